import type { FactName } from '../../../model/facts/facts.ts';

/** One check of `verify`: when a call fails it, and what its report says. */
export interface Check<Name extends string = string> {
  readonly name: Name;
  /** What the handler did, after "the handler": `did not settle`. */
  readonly headline: string;
  /** What the handler did, in a few words of one line, if the headline says too little. */
  brief?(failure: CallFailure): string;
  /** What the handler did, in the lines of a report. `timeout` is its time limit in milliseconds. */
  lines(failure: CallFailure, timeout: number): readonly string[];
  /** The facts about the reaction of AWS to such a call. `onFailure` is what the transport does after a failure. */
  facts(failure: CallFailure, onFailure: FactName): readonly FactName[];
  /** The texts in a report of `verifyDelivery`, if the fault does not depend on the delivery. */
  readonly inDelivery?: { readonly headline: string; readonly lines: readonly string[] };
  /** The failure of a call; undefined if it passes. */
  check(call: FinishedCall): CallFailure<Name> | undefined;
}

/** How a handler failed on an event. */
export interface CallFailure<Name extends string = string> {
  /** The check that failed. */
  readonly kind: Name;
  readonly error?: unknown;
  /** Whether a late error came from a rejected promise, not from a callback. */
  readonly rejected?: boolean;
  /** Whether the handler changed the event only after it had returned. */
  readonly afterReturn?: true;
  /** What kept the event loop alive, by Node's names, if Lambda waits for that. */
  readonly open?: readonly string[];
  /** What `expect` returned to refuse an outcome. */
  readonly returned?: false;
  /** What the handler called, if it is watched: each call on one line. */
  readonly made?: readonly string[];
  /** The size of an answer that is too large. */
  readonly bytes?: number;
  /** Whether the error came from outside the call, while the event was played alone. */
  readonly outside?: true;
  /** What the handler printed during the call. */
  readonly printed?: readonly string[];
  /** The number of the call in its run, from 1 on, if the run counts calls. */
  readonly call?: number;
}

/** What is known of a handler's call at its end. */
export interface FinishedCall {
  readonly result?: unknown;
  /** The error that the handler threw, or its promise's rejection. */
  readonly thrown?: { readonly error: unknown } | undefined;
  /** The handler did not settle; `open` is what kept the event loop alive, if Lambda waits for that. */
  readonly hung?: { readonly open?: readonly string[] } | undefined;
  /** The first error after the handler returned. */
  readonly late?: { readonly error: unknown; readonly rejected: boolean } | undefined;
  /** The event as the handler left it, a function that makes an equal one, and whether it was unchanged at the return. */
  readonly event?: { readonly given: object; rebuild(): object; readonly wasKept?: boolean };
  /** Why the consumer's `expect` refuses the outcome: it threw an error, or returned false. */
  readonly refused?: { readonly error?: unknown; readonly returned?: false } | undefined;
  /** The failure of a wrapped function, whose answer Lambda would reject (a `via…` handler wraps one). */
  readonly inner?: CallFailure | undefined;
}
