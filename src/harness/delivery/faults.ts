import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { SeededRandom } from '../../../model/values/seededRandom.ts';
import type { TransportName } from '../transports/transport.ts';

/** What delivery does to a history. */
export type FaultKind = 'duplicates' | 'reordering' | 'loss' | 'poison';

/** All that it does. */
export const faultKinds: readonly FaultKind[] = ['duplicates', 'reordering', 'loss', 'poison'];

/** What a record may hold that is no case event. */
export type PoisonKind = 'no JSON' | 'malformed' | 'foreign';

const poisonKinds: readonly PoisonKind[] = ['no JSON', 'malformed', 'foreign'];

/** One thing that goes wrong; the event that it happens to is named by its id, which stays when others go. */
export type Fault = DelayOrDuplicate | Lost | Poisoned;

/** An event comes again, or too late. */
export interface DelayOrDuplicate {
  /** Again, or too late. */
  readonly kind: 'duplicates' | 'reordering';
  /** The id of the event. */
  readonly event: string;
  /** So many arrivals later. */
  readonly by: number;
}

/** An event never comes. */
export interface Lost {
  /** It is lost. */
  readonly kind: 'loss';
  /** The id of the event. */
  readonly event: string;
}

/** Before an event comes what is no case event. */
export interface Poisoned {
  /** Something poisoned comes. */
  readonly kind: 'poison';
  /** The id of the event before which it comes. */
  readonly event: string;
  /** What it is. */
  readonly poison: PoisonKind;
  /** Which of its kind. */
  readonly number: number;
}

/** What comes to the handler: an event of the history by its place, or poison. */
export type Arrival = { readonly event: number } | { readonly poison: PoisonKind; readonly number: number };

/** The poison that a transport can carry: EventBridge itself sends nothing but JSON. */
export function poisonThrough(transport: TransportName | undefined): readonly PoisonKind[] {
  return transport === undefined || transport === 'lambda' ? ['malformed', 'foreign'] : poisonKinds;
}

/** A random fault of one of some kinds. */
export function drawFault(
  kinds: readonly FaultKind[],
  history: readonly CasesEvent[],
  poisons: readonly PoisonKind[],
  random: SeededRandom,
): Fault {
  const kind = random.pick(kinds);
  const { id: event } = random.pick(history);
  switch (kind) {
    case 'loss':
      return { kind, event };
    case 'poison':
      return { kind, event, poison: random.pick(poisons), number: random.next() };
    default:
      // Mostly by a little: neighbours are what is mixed up.
      return { kind, event, by: random.pick([1, 1, 2, 3, 1 + random.below(history.length)]) };
  }
}

/** The same fault, plainer. */
export function* plainerFaults(fault: Fault): IterableIterator<Fault> {
  if (fault.kind === 'loss') return;
  if (fault.kind === 'poison') {
    if (fault.number !== 0) yield { ...fault, number: 0 };
    return;
  }
  for (let by = 1; by < fault.by; by *= 2) yield { ...fault, by };
}

/** How a history arrives under some faults. */
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
