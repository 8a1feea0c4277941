import type { ObservedDelivery, Round } from '../guarantees/guarantee.ts';
import { findDiscrepancy, type Same } from '../observation/discrepancy.ts';

/** The result of a round: a failed delivery is not compared. */
export function compareOutcome(
  expected: unknown,
  { failed, seen }: ObservedDelivery,
  same?: Same,
): Pick<Round, 'discrepancy' | 'failed'> {
  return { failed, discrepancy: failed === undefined ? findDiscrepancy(expected, seen, same) : undefined };
}
