import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { wait } from '../../lambda/runHandler.ts';
import { cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import type { Round } from '../guarantees/guarantee.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import type { Deliverer } from './deliverer.ts';

/** Milliseconds in which continued work after an answer must show. */
const GRACE_MS = 20;

/**
 * Plays a clean delivery, and observes again some time after the last answer. A state that keeps changing is no
 * finding.
 */
export async function playAfterAnswers(history: readonly CasesEvent[], deliverer: Deliverer): Promise<Round> {
  const arrivals = listInOrder(history);
  await wait(GRACE_MS);
  const seen = await deliverer.deliver(history, cutIntoBatches(arrivals, 1));
  await wait(GRACE_MS);
  const { seen: later } = await deliverer.observe();
  const discrepancy = findDiscrepancy(later, seen.seen);
  const round = { history, faults: [], batchSize: 1, arrivals, seen, expected: later, deliver: deliverer.deliver };
  if (discrepancy === undefined) return { ...round, kind: 'afterAnswers' };
  await wait(GRACE_MS);
  const isSettled = findDiscrepancy(later, (await deliverer.observe()).seen) === undefined;
  return { ...round, kind: 'afterAnswers', ...(isSettled ? { discrepancy } : {}) };
}
