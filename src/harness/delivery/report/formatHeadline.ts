import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { describePlayFailure } from './describePlayFailure.ts';

/** The broken guarantee, in its own words. */
export function formatHeadline(violation: GuaranteeViolation): string {
  const { failed, guarantee } = violation;
  const { failsWhen } = guarantee;
  const isOwn = failed === undefined || (failsWhen === undefined && failed.kind !== 'wrong answer');
  return isOwn
    ? guarantee.headline(violation)
    : describePlayFailure(failed).headline(failed, failsWhen ?? { words: '' }, violation);
}
