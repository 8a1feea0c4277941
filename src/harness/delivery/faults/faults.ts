/** What delivery does to a history. */
export type FaultKind = 'duplicates' | 'reordering' | 'loss' | 'poison';

/** All kinds of faults. */
export const faultKinds: readonly FaultKind[] = ['duplicates', 'reordering', 'loss', 'poison'];

/** What a record may hold that is no case event. */
export type PoisonKind = 'no JSON' | 'malformed' | 'foreign';

/** All kinds of poison. */
export const poisonKinds: readonly PoisonKind[] = ['no JSON', 'malformed', 'foreign'];

/** The kinds that EventBridge itself brings: it sends nothing but JSON. */
export const jsonPoisonKinds: readonly PoisonKind[] = poisonKinds.filter((kind) => kind !== 'no JSON');

/** One thing that goes wrong. The id of an event names the event that it happens to: it stays when others go. */
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
