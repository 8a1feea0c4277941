import { type Arrival, listEvents } from '../faults/arrivals.ts';
import type { BatchCall, PlayedDelivery } from './playedDelivery.ts';

/** The events at the places that `select` picks in each call. */
export function collectEvents({ calls }: PlayedDelivery, select: (call: BatchCall) => readonly number[]): Set<number> {
  return new Set(listEvents(calls.flatMap((call) => select(call).map((place) => call.arrivals[place] as Arrival))));
}
