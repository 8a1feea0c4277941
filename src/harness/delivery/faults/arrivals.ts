import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { Fault, PoisonKind } from './faults.ts';

/** A delivered record: an event of the history by index, or poison. */
export type Arrival = { readonly event: number } | { readonly poison: PoisonKind; readonly number: number };

/** The records of a history under some faults. */
export function listArrivals(history: readonly CasesEvent[], faults: readonly Fault[]): Arrival[] {
  const places = new Map(history.map(({ id }, place) => [id, place]));
  const arrivals = history.map((_, event): { arrival: Arrival; at: number } => ({ arrival: { event }, at: event }));
  const lost = new Set<number>();
  for (const fault of faults) {
    const event = places.get(fault.event);
    if (event === undefined) continue;
    if (fault.kind === 'loss') lost.add(event);
    if (fault.kind === 'reordering') (arrivals[event] as { at: number }).at += fault.by + 0.5;
    if (fault.kind === 'duplicates') arrivals.push({ arrival: { event }, at: event + fault.by - 0.5 });
    if (fault.kind === 'poison') {
      arrivals.push({ arrival: { poison: fault.poison, number: fault.number }, at: event - 0.25 });
    }
  }
  return arrivals
    .filter(({ arrival }) => !('event' in arrival && lost.has(arrival.event)))
    .toSorted((one, other) => one.at - other.at)
    .map(({ arrival }) => arrival);
}

/** The events of a history in their own order, each once. */
export function listInOrder(history: readonly CasesEvent[]): { readonly event: number }[] {
  return history.map((_, event) => ({ event }));
}

/** The events among some arrivals, by their index in the history. */
export function listEvents(arrivals: readonly Arrival[]): number[] {
  return arrivals.flatMap((arrival) => ('event' in arrival ? [arrival.event] : []));
}

/** Cuts arrivals into batches of a size. */
export function cutIntoBatches(arrivals: readonly Arrival[], size: number): (readonly Arrival[])[] {
  return Array.from({ length: Math.ceil(arrivals.length / size) }, (_, batch) =>
    arrivals.slice(batch * size, (batch + 1) * size),
  );
}
