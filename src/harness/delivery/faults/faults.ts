/** The kinds of faults in a delivery. */
export type FaultKind = 'duplicates' | 'reordering' | 'loss' | 'poison';

/** All kinds of faults. */
export const faultKinds: readonly FaultKind[] = ['duplicates', 'reordering', 'loss', 'poison'];

/** The kinds of records that are no case event. */
export type PoisonKind = 'invalidJson' | 'malformed' | 'foreign';

/** All kinds of poison. */
export const poisonKinds: readonly PoisonKind[] = ['invalidJson', 'malformed', 'foreign'];

/** The kinds that EventBridge itself can deliver: it sends only JSON. */
export const jsonPoisonKinds: readonly PoisonKind[] = poisonKinds.filter((kind) => kind !== 'invalidJson');

/** One fault. It names its event by id, so it stays when other events are removed. */
export type Fault = DelayOrDuplicate | Lost | Poisoned;

/** An event comes again, or late. */
export interface DelayOrDuplicate {
  /** Whether it comes again, or late. */
  readonly kind: 'duplicates' | 'reordering';
  /** The id of the event. */
  readonly event: string;
  /** The delay as a number of arrivals. */
  readonly by: number;
}

/** An event never comes. */
export interface Lost {
  /** It is lost. */
  readonly kind: 'loss';
  /** The id of the event. */
  readonly event: string;
}

/** A record that is no case event comes before an event. */
export interface Poisoned {
  /** Something poisoned comes. */
  readonly kind: 'poison';
  /** The id of the event after it. */
  readonly event: string;
  /** The kind of poison. */
  readonly poison: PoisonKind;
  /** The number of the example of its kind. */
  readonly number: number;
}
