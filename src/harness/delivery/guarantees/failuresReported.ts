import { cutIntoBatches } from '../faults/arrivals.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import { collectEvents } from '../play/collectEvents.ts';
import type { Guarantee } from './guarantee.ts';

/** The function reports every record on which it fails, also inside a batch. */
export const failuresReported: Guarantee<'reports what failed'> = {
  name: 'reports what failed',
  headline: () => 'a record that failed is left out of the answer for its batch: it counts as done, and is lost',
  facts: (_, { facts }) => [facts.answer],
  applies: ({ kind, batchSize, faults }) =>
    kind === 'faulty' && batchSize > 1 && faults.every((fault) => fault.kind !== 'outage'),
  async check({ history, arrivals, expected, seen, discrepancy, deliver }) {
    if (discrepancy === undefined) return undefined;
    // Only a batch causes it: one by one, the outcome is right.
    const apart = await deliver(history, cutIntoBatches(arrivals, 1));
    if (apart.failed !== undefined || findDiscrepancy(expected, apart.seen) !== undefined) return undefined;
    const cameAgain = collectEvents(seen, ({ redelivered }) => redelivered);
    const leftOut = [...collectEvents(apart, ({ redelivered }) => redelivered)].find((event) => !cameAgain.has(event));
    return leftOut === undefined ? undefined : { leftOut };
  },
};
