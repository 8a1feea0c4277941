import { acceptedAnswers } from './acceptedAnswers.ts';
import { batchesAsSingles } from './batchesAsSingles.ts';
import { cleanDelivery } from './cleanDelivery.ts';
import { concurrencySafe } from './concurrencySafe.ts';
import { doneWhenAnswered } from './doneWhenAnswered.ts';
import { failuresReported } from './failuresReported.ts';
import type { Guarantee, GuaranteeViolation, Round } from './guarantee.ts';
import { idempotent } from './idempotent.ts';
import { lossTolerated } from './lossTolerated.ts';
import { nothingLost } from './nothingLost.ts';
import { notOrderedByTime } from './notOrderedByTime.ts';
import { onceOnly } from './onceOnly.ts';
import { onlyFailuresReported } from './onlyFailuresReported.ts';
import { orderIndependent } from './orderIndependent.ts';
import { outageSurvived } from './outageSurvived.ts';
import { poisonContained } from './poisonContained.ts';

/** All guarantees of `verifyDelivery`, in the order of their checks; the first broken one is reported. */
export const guarantees = [
  doneWhenAnswered,
  acceptedAnswers,
  cleanDelivery,
  onlyFailuresReported,
  batchesAsSingles,
  notOrderedByTime,
  onceOnly,
  failuresReported,
  nothingLost,
  outageSurvived,
  poisonContained,
  lossTolerated,
  orderIndependent,
  idempotent,
  concurrencySafe,
] as const satisfies readonly Guarantee[];

/** The guarantees that a consumer gives under every delivery. */
export type GuaranteeName = (typeof names)[number];

// A list of the names alone, so that the published types show no more than these.
const names = listNames(guarantees);

function listNames<Name extends string>(all: readonly Guarantee<Name>[]): readonly Name[] {
  return all.map(({ name }) => name);
}

/** The first guarantee that a round breaks; undefined if it keeps all. */
export async function findViolation(round: Round): Promise<GuaranteeViolation<GuaranteeName> | undefined> {
  const { history, faults, seen, discrepancy } = round;
  for (const guarantee of guarantees as readonly Guarantee<GuaranteeName>[]) {
    const finding = guarantee.applies(round) ? await guarantee.check(round) : undefined;
    if (finding === undefined) continue;
    return {
      history,
      faults,
      ...seen,
      ...(discrepancy === undefined ? {} : { discrepancy }),
      ...finding,
      guarantee,
    };
  }
  return undefined;
}
