import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { HandlerFailure } from '../../checks/checks.ts';
import type { DownstreamWatch } from '../../downstream/downstreamWatch.ts';
import type { LoggedCall } from '../../downstream/loggedCall.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { OutageSchedule } from './outageSchedule.ts';

/** The target of a delivery. */
export interface Target {
  readonly handler: Handler;
  readonly domain: Domain;
  /** Milliseconds after which a call counts as hung. */
  readonly timeout: number;
  readonly errorTracker: UnhandledErrorTracker;
  /** What the handler calls, if it is watched. */
  readonly downstream?: DownstreamWatch | undefined;
}

/** How to deliver. */
export interface Course {
  /** Whether failed records come again, as their transport does it. */
  readonly redeliver: boolean;
  /** The number of batches in flight at once. */
  readonly atOnce: number;
  /** The order of the watched calls of batches in flight, as a number; without it they run as they come. */
  readonly order?: number | undefined;
  /** The calls of the handler during which watched calls fail. */
  readonly outages?: OutageSchedule | undefined;
  /** When failed records come again: `first`, or as their transport does it. */
  readonly redelivery?: 'first' | undefined;
}

/** One call of the handler, and its result. */
export interface BatchCall {
  readonly arrivals: readonly Arrival[];
  /** The arrivals that the function reported as failed, by index. */
  readonly reported: readonly number[];
  /** The arrivals that come again, by index, reported or not. */
  readonly redelivered: readonly number[];
  readonly failure?: HandlerFailure;
  /** What the handler called, if it is watched; it grows if the handler continues after its answer. */
  readonly made?: readonly LoggedCall[];
  /** The arrivals whose message the function itself deleted from the queue, by index. */
  readonly deleted?: readonly number[];
}

/** The content of a call, to describe it if an error comes long after. */
export interface Brought {
  readonly history: readonly CasesEvent[];
  readonly arrivals: readonly Arrival[];
  readonly domain: Domain;
}

/** The result of a delivery. */
export interface PlayedDelivery {
  readonly calls: readonly BatchCall[];
  /** The watched calls of all calls, in order. */
  readonly made?: readonly LoggedCall[];
  /** Why the delivery could not finish. */
  readonly failed?: PlayFailure;
  /** Events that came for the last time because of others; the function did not report them. */
  readonly setAside?: readonly number[];
}

/** The reasons why a delivery could not finish. */
export type PlayFailure =
  /** Nobody awaited a rejected promise, or a callback failed. The transport did not learn it from an answer. */
  | { readonly kind: 'late'; readonly failure: HandlerFailure }
  /** A call did not settle. It would come again, and hang again. */
  | { readonly kind: 'hung'; readonly failure: HandlerFailure }
  /** A handler without a transport failed on an event: its first failure counts. */
  | { readonly kind: 'threw'; readonly failure: HandlerFailure }
  /** An event was given up after the transport's last attempt. */
  | {
      readonly kind: 'given up';
      readonly arrival: Arrival;
      readonly failure?: HandlerFailure;
      readonly beside: boolean;
      /** Of a reported record: the error that the function caught, if known, and what it printed. */
      readonly caught?: unknown;
      readonly printed?: readonly string[];
      /** What is wrong with the text that the target of the rule makes of the event, if it is no JSON. */
      readonly broken?: string;
    }
  /** The transport rejects the answer, or ignores it. */
  | { readonly kind: 'wrong answer'; readonly what: string; readonly isIgnored?: boolean };

/** A call without an answer yet. */
export function beginCall(arrivals: readonly Arrival[]): BatchCall {
  return { arrivals, reported: [], redelivered: [] };
}

/**
 * A failure that ends every delivery, with any record. Even on poison a handler must fail before it answers, or not at
 * all.
 */
export function findFinalFailure(failure: HandlerFailure | undefined): PlayFailure | undefined {
  const kind = failure?.kind;
  return kind === 'hung' || kind === 'late' ? { kind, failure: failure as HandlerFailure } : undefined;
}
