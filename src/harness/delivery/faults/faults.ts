import type { OutageEffect, OutageError } from '../../downstream/outage.ts';

/** The kinds of faults in a delivery. */
export type FaultKind = 'duplicates' | 'reordering' | 'loss' | 'poison' | 'outage';

/** All kinds of faults. */
export const faultKinds: readonly FaultKind[] = ['duplicates', 'reordering', 'loss', 'poison', 'outage'];

/** The kinds of records that are no case event. */
export type PoisonKind = 'invalidJson' | 'malformed' | 'foreign';

/** All kinds of poison. */
export const poisonKinds: readonly PoisonKind[] = ['invalidJson', 'malformed', 'foreign'];

/** The kinds that EventBridge itself can deliver: it sends only JSON. */
export const jsonPoisonKinds: readonly PoisonKind[] = poisonKinds.filter((kind) => kind !== 'invalidJson');

/** One fault. It names its event by id, so it stays when other events are removed. */
export type Fault = DelayOrDuplicate | Lost | Poisoned | OutageFault;

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

/** A watched call fails while the handler has an event. The event comes again as its transport does it. */
export interface OutageFault {
  /** A service fails. */
  readonly kind: 'outage';
  /** The id of the event. */
  readonly event: string;
  /** Which of the watched calls for this event fails first, from 0 on. A number beyond the last begins again at 0. */
  readonly call: number;
  /** The error: as the AWS SDK v3 throws it after its own retries. */
  readonly error: OutageError;
  /** Whether the call fails before it has its effect, or after it. */
  readonly effect: OutageEffect;
  /** 0 if only this call fails. Otherwise all later calls of the same service fail, too, in so many calls of the handler. */
  readonly lasts: number;
}
