import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { DownstreamCall } from '../downstream/downstreamCall.ts';

/** What a handler did with one event. */
export interface HandlerOutcome {
  /** Its answer as JSON, as Lambda writes it; null if there is none. */
  readonly answer: unknown;
  /** The calls of the functions that `downstream` watches, in order; empty without it. */
  readonly calls: readonly DownstreamCall[];
  /** What `observe` returned after the event; undefined without it. */
  readonly observed: unknown;
}

/** The event that an expectation gets. A foreign event has another form. */
export type ExpectedEvent = CasesEvent;

/** The option `expect`: throws, or returns false, if an outcome is wrong. */
export type OutcomeExpectation = (outcome: HandlerOutcome, event: ExpectedEvent) => unknown;
