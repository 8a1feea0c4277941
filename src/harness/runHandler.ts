import type { Domain } from '../event/domain.ts';
import { now, realTimers } from '../platform/realProcess.ts';
import { type Answer, lambdaContext } from './lambdaContext.ts';
import type { LateErrors, TracedCall } from './lateErrors.ts';
import { sameData } from './sameData.ts';

/** A Lambda handler of Cases events. Typed so that handlers of narrower events and of `EventBridgeEvent` fit. */
export type Handler = (event: never, context: never, callback: never) => unknown;

/** How a handler failed on an event. */
export interface HandlerFailure {
  readonly kind: 'threw' | 'hung' | 'late' | 'changed' | 'answer';
  readonly error?: unknown;
}

/** One event for a handler, and what is needed to judge the call. */
export interface Call {
  readonly handler: Handler;
  readonly event: object;
  /** Makes an equal event, to see whether the handler changed its own. */
  readonly again: () => object;
  readonly domain: Domain;
  /** Milliseconds until a handler counts as hung. */
  readonly timeout: number;
  readonly late: LateErrors;
  /** Milliseconds to wait for errors that come late; without it, one turn of the event loop. */
  readonly patience?: number;
  /** Is told what the handler answered. */
  readonly answered?: (result: unknown) => void;
  /** What is played, to find it again when an error is overdue. */
  readonly subject?: unknown;
}

/** Calls a handler as Lambda does, and says how it failed, if it did. */
export async function runHandler(call: Call): Promise<HandlerFailure | undefined> {
  const traced: TracedCall = { owner: call.late, late: undefined, began: now(), done: false, subject: call.subject };
  const outcome = await settled(call, traced);
  await wait(call.patience);
  traced.done = true;
  if (outcome.failure !== undefined) return outcome.failure;
  if (traced.late !== undefined) return { kind: 'late', error: traced.late.error };
  if (!sameData(call.event, call.again())) return { kind: 'changed' };
  call.answered?.(outcome.result);
  return answerFailure(outcome.result);
}

/** Rejections that nobody awaits show up after the microtasks of this turn. */
export function wait(milliseconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds === undefined) realTimers.setImmediate(resolve);
    else realTimers.setTimeout(resolve, milliseconds);
  });
}

interface Settled {
  readonly failure?: HandlerFailure;
  readonly result?: unknown;
}

function settled({ handler, event, domain, timeout, late }: Call, traced: TracedCall): Promise<Settled> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const settle = (outcome: Settled): void => {
      over = true;
      realTimers.clearTimeout(timer);
      resolve(outcome);
    };
    const watch = (): void => {
      if (!over) timer = realTimers.setTimeout(() => settle({ failure: { kind: 'hung' } }), timeout);
    };
    const fail = (error: unknown): void => settle({ failure: { kind: 'threw', error } });
    const answer: Answer = (error, result) =>
      error === undefined || error === null ? settle({ result }) : fail(error);
    try {
      const result = late.trace(traced, () =>
        (handler as (...args: unknown[]) => unknown)(event, lambdaContext(domain, timeout, answer), answer),
      );
      const waits = isThenable(result) || (result === undefined && handler.length >= 3);
      if (!waits) settle({ result });
      else if (isThenable(result)) result.then((value) => settle({ result: value }), fail);
      // Most are done within this turn, and need no timer.
      if (!over) realTimers.setImmediate(watch);
    } catch (error) {
      fail(error);
    }
  });
}

/** Whether something is a promise, of whatever library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Lambda writes the answer as JSON, and fails the invocation where that is impossible. */
function answerFailure(result: unknown): HandlerFailure | undefined {
  if (result === undefined) return undefined;
  try {
    JSON.stringify(result);
    return undefined;
  } catch (error) {
    return { kind: 'answer', error };
  }
}
