import type { FactName } from '../../../model/facts/facts.ts';

/** The names of all that `verify` holds a handler to, by what a handler does that fails it. */
export type CheckName = 'threw' | 'hung' | 'late' | 'mutated' | 'unserialisable' | 'tooLarge';

/** One thing that `verify` holds a handler to: when a call fails it, and what a report says then. */
export interface Check<Name extends CheckName = CheckName> {
  readonly name: Name;
  /** What the handler did, after "the handler": `did not settle`. */
  readonly headline: string;
  /** What the handler did, in a few words of one line, where the headline says too little. */
  brief?(failure: HandlerFailure): string;
  /** What the handler did, in the lines of a report. `timeout` is how many milliseconds it had. */
  lines(failure: HandlerFailure, timeout: number): readonly string[];
  /** Why AWS fails such a call, or what it does about it. */
  facts(failure: HandlerFailure): readonly FactName[];
  /** What a report of a delivery says, where no delivery is the reason. */
  readonly inDelivery?: { readonly headline: string; readonly lines: readonly string[] };
  /** How a call fails the check; nothing where it passes. */
  check(call: FinishedCall): HandlerFailure | undefined;
}

/** How a handler failed on an event. */
export interface HandlerFailure {
  /** The check that failed. */
  readonly kind: CheckName;
  readonly error?: unknown;
  /** Of an error that came late: a rejected promise caused it, not a callback. */
  readonly rejected?: boolean;
  /** What kept the event loop from being empty, by Node's names, where Lambda waits for that. */
  readonly open?: readonly string[];
  /** The size of an answer that is too large. */
  readonly bytes?: number;
  /** The error came from outside of the call, while the event was played alone. */
  readonly outside?: true;
  /** Which call of its run it was, from 1 on, where the run counts them. */
  readonly call?: number;
}

/** What is known of a call of a handler once it is over. */
export interface FinishedCall {
  readonly result?: unknown;
  /** What the handler threw, or its promise was rejected with. */
  readonly thrown?: { readonly error: unknown } | undefined;
  /** The handler did not settle; `open` is what kept the event loop from being empty, where Lambda waits for that. */
  readonly hung?: { readonly open?: readonly string[] } | undefined;
  /** The first error after the handler returned. */
  readonly late?: { readonly error: unknown; readonly rejected: boolean } | undefined;
  /** The event as the handler left it, and how to make an equal one. */
  readonly event?: { readonly given: object; rebuild(): object };
  /** Lambda takes no such answer of a function that the handler called. */
  readonly inner?: HandlerFailure | undefined;
}
