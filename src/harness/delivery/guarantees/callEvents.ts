import { type Arrival, listEvents } from '../faults/arrivals.ts';
import type { BatchCall, PlayedDelivery } from '../play/playedDelivery.ts';

/** The events at some places of the calls. */
export function callEvents({ calls }: PlayedDelivery, placesOf: (call: BatchCall) => readonly number[]): Set<number> {
  return new Set(listEvents(calls.flatMap((call) => placesOf(call).map((place) => call.arrivals[place] as Arrival))));
}
