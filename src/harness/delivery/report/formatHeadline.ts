import type { Guarantee, GuaranteeViolation } from '../guarantees/guarantee.ts';
import { guarantees } from '../guarantees/guarantees.ts';
import { describePlayFailure } from './describePlayFailure.ts';

/** The broken guarantee, in its own words. */
export function formatHeadline(violation: GuaranteeViolation): string {
  const { failed } = violation;
  const { headline, failsWhen }: Guarantee = guarantees[violation.guarantee];
  const isOwn = failed === undefined || (failsWhen === undefined && failed.kind !== 'wrong answer');
  return isOwn ? headline(violation) : describePlayFailure(failed).headline(failed, failsWhen ?? '', violation);
}
