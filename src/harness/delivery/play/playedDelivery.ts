import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { HandlerFailure } from '../../checks/check.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Interleaving } from './interleaving.ts';

/** What events are delivered to. */
export interface Target {
  readonly handler: Handler;
  readonly domain: Domain;
  /** Milliseconds until a call counts as hung. */
  readonly timeout: number;
  readonly late: UnhandledErrorTracker;
}

/** How a delivery goes on. */
export interface Course {
  /** What fails comes again, as its transport has it. */
  readonly redeliver: boolean;
  /** How many batches are in flight at once. */
  readonly atOnce: number;
  /** Hands out turns to batches in flight at once. */
  readonly interleaving: Interleaving | undefined;
}

/** One call of the handler, and what came of it. */
export interface BatchCall {
  readonly arrivals: readonly Arrival[];
  /** The places among the arrivals that the function reported as failed. */
  readonly reported: readonly number[];
  /** The places of those that come again, reported or not. */
  readonly redelivered: readonly number[];
  readonly failure?: HandlerFailure;
}

/** What a call brought, to describe it when an error comes long after. */
export interface Brought {
  readonly history: readonly CasesEvent[];
  readonly arrivals: readonly Arrival[];
  readonly domain: Domain;
}

/** What came of a delivery. */
export interface PlayedDelivery {
  readonly calls: readonly BatchCall[];
  /** Why the delivery could not be done. */
  readonly failed?: PlayFailure;
  /** Events that came for the last time because of others; the function did not name them. */
  readonly setAside?: readonly number[];
}

/** Why a delivery could not be done. */
export type PlayFailure =
  /** Nobody awaited a rejected promise, or a callback failed. No answer told the transport. */
  | { readonly kind: 'late'; readonly failure: HandlerFailure }
  /** A call did not settle. It would come again, and not settle either. */
  | { readonly kind: 'hung'; readonly failure: HandlerFailure }
  /** A handler without a transport failed on an event: nobody sends it again. */
  | { readonly kind: 'threw'; readonly failure: HandlerFailure }
  /** An event was given up, after it had come as often as the transport brings it. */
  | {
      readonly kind: 'given up';
      readonly arrival: Arrival;
      readonly failure?: HandlerFailure;
      readonly beside: boolean;
    }
  /** The transport does not take the answer. */
  | { readonly kind: 'wrong answer'; readonly what: string };

/** A call that is still to be answered. */
export function unanswered(arrivals: readonly Arrival[]): BatchCall {
  return { arrivals, reported: [], redelivered: [] };
}

/** A failure that ends every delivery, whatever came. Poison, too, must fail while its sender waits, or not at all. */
export function findFinalFailure(failure: HandlerFailure | undefined): PlayFailure | undefined {
  const kind = failure?.kind;
  return kind === 'hung' || kind === 'late' ? { kind, failure: failure as HandlerFailure } : undefined;
}
