import { acceptedAnswers } from './acceptedAnswers.ts';
import { batchesAsSingles } from './batchesAsSingles.ts';
import { cleanDelivery } from './cleanDelivery.ts';
import { concurrencySafe } from './concurrencySafe.ts';
import { doneWhenAnswered } from './doneWhenAnswered.ts';
import { failuresReported } from './failuresReported.ts';
import type { Guarantee, GuaranteeName, GuaranteeViolation, Round } from './guarantee.ts';
import { idempotent } from './idempotent.ts';
import { lossTolerated } from './lossTolerated.ts';
import { notOrderedByTime } from './notOrderedByTime.ts';
import { onlyFailuresReported } from './onlyFailuresReported.ts';
import { orderIndependent } from './orderIndependent.ts';
import { poisonContained } from './poisonContained.ts';

/** All guarantees of `verifyDelivery`, in the order of their checks; the first broken one is reported. */
export const guarantees: { readonly [Name in GuaranteeName]: Guarantee<Name> } = {
  'has done its work when it answers': doneWhenAnswered,
  'answers what its transport takes': acceptedAnswers,
  'copes with a clean delivery': cleanDelivery,
  'reports nothing that is done': onlyFailuresReported,
  'takes batches as it takes single records': batchesAsSingles,
  'does not order by time': notOrderedByTime,
  'reports what failed': failuresReported,
  'lets no poison touch its neighbours': poisonContained,
  'copes with loss': lossTolerated,
  'does not depend on the order': orderIndependent,
  'is idempotent': idempotent,
  'copes with batches in flight at once': concurrencySafe,
};

/** The first guarantee that a round breaks; undefined if it keeps all. */
export async function findViolation(round: Round): Promise<GuaranteeViolation | undefined> {
  const { history, faults, seen, discrepancy, asked } = round;
  for (const guarantee of Object.values<Guarantee>(guarantees)) {
    const finding = guarantee.applies(round) ? await guarantee.check(round) : undefined;
    if (finding === undefined) continue;
    return {
      history,
      faults,
      ...seen,
      ...(discrepancy === undefined ? {} : { discrepancy }),
      ...(asked === undefined ? {} : { asked }),
      ...finding,
      guarantee: guarantee.name,
    };
  }
  return undefined;
}
