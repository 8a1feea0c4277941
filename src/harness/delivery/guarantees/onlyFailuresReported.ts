import { cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import { collectEvents } from '../play/collectEvents.ts';
import type { Breach, Guarantee, Round } from './guarantee.ts';

/** The function reports no record that it has applied. It may postpone records that it has not applied yet. */
export const onlyFailuresReported: Guarantee<'reports nothing that is done'> = {
  name: 'reports nothing that is done',
  headline({ failed, discrepancy }) {
    if (failed !== undefined)
      return 'a record that is done is reported beside a poisoned one: it comes again until it is given up';
    return `a record that is done is reported as failed: it comes again${discrepancy === undefined ? ' for nothing' : ', and that changes the outcome'}`;
  },
  facts: (_, { facts }) => [facts.answer],
  applies: ({ kind, batchSize }) => kind === 'clean' || kind === 'faulty' || (kind === 'batched' && batchSize > 1),
  check: (round) => (round.kind === 'faulty' ? checkBesidePoison(round) : checkClean(round)),
};

/** Whether the outcome is the same without the repeated records, or the handler had not applied them. */
async function checkClean({
  history,
  batchSize,
  seen,
  failed,
  discrepancy: differs,
  deliver,
}: Round): Promise<Breach | undefined> {
  if (failed !== undefined || differs !== undefined) return undefined;
  const reported = collectEvents(seen, (call) => call.reported);
  if (reported.size === 0) return undefined;
  const once = await deliver(history, cutIntoBatches(listInOrder(history), batchSize), { redeliver: false });
  const others = listInOrder(history).filter(({ event }) => !reported.has(event));
  const without = await deliver(history, cutIntoBatches(others, 1));
  if (findDiscrepancy(without.seen, once.seen) === undefined) return undefined;
  const discrepancy = findDiscrepancy(once.seen, seen.seen);
  return discrepancy === undefined ? {} : { discrepancy };
}

/** Whether the handler had applied a record that is given up beside poison. */
async function checkBesidePoison({
  history,
  batchSize,
  arrivals,
  expected,
  failed,
  deliver,
}: Round): Promise<Breach | undefined> {
  if (failed?.kind !== 'given up' || !failed.beside || failed.failure !== undefined) return undefined;
  const once = await deliver(history, cutIntoBatches(arrivals, batchSize), { redeliver: false });
  return findDiscrepancy(expected, once.seen) === undefined ? {} : undefined;
}
