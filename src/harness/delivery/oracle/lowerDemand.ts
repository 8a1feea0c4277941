import type { ObservedDelivery } from '../guarantees/guarantee.ts';
import { findDiscrepancy, type Same } from '../observation/discrepancy.ts';
import { ObservedCalls } from '../observation/observedCalls.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';

/** The expected outcome of batches. A function that makes one call of several records makes other calls in a batch. */
export function lowerForBatches(expected: unknown, received: unknown, batchSize: number, same: Same): unknown {
  if (!(expected instanceof ObservedCalls) || !(received instanceof ObservedCalls) || batchSize === 1) return expected;
  return expected.lacksSomeOf(received, same) ? expected.demanding('nothing') : expected;
}

/**
 * Whether calls of a delivery differ only because one call serves several records.
 * @param deliverSingly delivers the same arrivals one by one
 */
export async function composesBatches(
  expected: unknown,
  { seen, failed }: ObservedDelivery,
  batchSize: number,
  deliverSingly: () => Promise<ObservedDelivery>,
): Promise<boolean> {
  if (!(expected instanceof ObservedCalls) || !(seen instanceof ObservedCalls)) return false;
  if (batchSize === 1 || failed !== undefined || findDiscrepancy(expected, seen) === undefined) return false;
  if (!expected.lacksSomeOf(seen, Object.is)) return false;
  const apart = await deliverSingly();
  return apart.failed === undefined && findDiscrepancy(expected, apart.seen) === undefined;
}

/**
 * The expected outcome under faults. What a handler calls may depend on what it has stored, and so on the order in which
 * events are done. After an outage it may call something else, to undo what it has begun.
 */
export function lowerForFaults(
  expected: unknown,
  played: ObservedDelivery,
  { hasOutage, isComposed }: { readonly hasOutage: boolean; readonly isComposed: boolean },
): unknown {
  if (!(expected instanceof ObservedCalls)) return expected;
  if (isComposed || !isDoneInOrder(played)) return expected.demanding('nothing');
  return hasOutage ? expected.demanding('none lost') : expected;
}

/** The expected outcome with two batches in flight: their order is open. */
export function lowerForFlight(expected: unknown): unknown {
  return expected instanceof ObservedCalls ? expected.demanding('nothing') : expected;
}

/** Whether each event was done before any newer one came, record by record. */
function isDoneInOrder({ calls }: PlayedDelivery): boolean {
  const came = new Map<number, number>();
  const done = new Map<number, number>();
  let place = 0;
  for (const { arrivals, redelivered, failure } of calls) {
    for (const [index, arrival] of arrivals.entries()) {
      place++;
      if (!('event' in arrival)) continue;
      const { event } = arrival;
      if (!came.has(event)) came.set(event, place);
      if (failure === undefined && !redelivered.includes(index) && !done.has(event)) done.set(event, place);
    }
  }
  const events = [...came.keys()];
  return events.every((event) => {
    const end = done.get(event) ?? Number.POSITIVE_INFINITY;
    return events.every((newer) => newer <= event || (came.get(newer) as number) >= end);
  });
}
