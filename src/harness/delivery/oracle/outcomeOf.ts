import type { Round, Seen } from '../guarantees/guarantee.ts';
import { findDiscrepancy, type Same } from '../observation/discrepancy.ts';

/** How a round came out: a delivery that failed is not compared. */
export function outcomeOf(
  expected: unknown,
  { failed, seen }: Seen,
  same?: Same,
): Pick<Round, 'discrepancy' | 'failed'> {
  return { failed, discrepancy: failed === undefined ? findDiscrepancy(expected, seen, same) : undefined };
}
