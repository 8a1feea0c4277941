import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import type { PlayFailure } from '../play/playedDelivery.ts';
import { describePlayFailure } from './describePlayFailure.ts';

/** The broken guarantee, in its own words. */
export function formatHeadline(violation: GuaranteeViolation): string {
  const { failed, guarantee } = violation;
  const { failsWhen } = guarantee;
  const described = failed && describePlayFailure(failed);
  return described === undefined || (failsWhen === undefined && described.isOfAnswer !== true)
    ? guarantee.headline(violation)
    : described.headline(failed as PlayFailure, failsWhen ?? { words: '' }, violation);
}
