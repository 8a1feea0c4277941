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

/**
 * The option `expect`: throws, or returns false, if an outcome is wrong. A foreign event has another form.
 * @typeParam Event - the events of the contract, with the fields of its domain
 */
export type OutcomeExpectation<Event = CasesEvent> = (outcome: HandlerOutcome, event: Event) => unknown;
