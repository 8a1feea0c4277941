import { listOutageFacts } from '../faults/describedFaults.ts';
import type { Guarantee } from './guarantee.ts';

/** A call that is marked `once` takes effect no more often than in the clean delivery. */
export const onceOnly: Guarantee<'does once what must happen once'> = {
  name: 'does once what must happen once',
  headline: ({ doubled }) =>
    `${doubled?.name ?? 'a call'} takes effect twice for one event, although it is marked once`,
  // Without a fault, only batches in flight at once can cause it.
  facts: ({ faults }, { facts }) => (faults.length === 0 ? ['concurrency'] : listOutageFacts(faults, facts.failure)),
  applies: ({ kind }) => kind === 'batched' || kind === 'faulty' || kind === 'inFlight',
  check: ({ doubled }) => doubled && { doubled },
};
