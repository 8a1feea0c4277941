import { now, realTimers } from '../platform/realProcess.ts';
import { type LambdaRuntime, lambdaRuntime, warnOfCallbacks } from './lambdaRuntime.ts';
import { type TracedCall, traced, untraced } from './tracedCall.ts';

/** How a function answered. */
export interface Answered {
  readonly result?: unknown;
  /** What it returned without a promise, and Lambda ignores. */
  readonly ignored?: unknown;
}

/** A Lambda function of whatever invocation event. */
export type Lambda = (event: never, context: never, callback: never) => unknown;

/** How a function without a promise answers: Lambda's callback, which the context's older functions call too. */
type Answer = (error?: unknown, result?: unknown) => void;

/** Looks at the event loop in turns, and then in milliseconds. */
const TURNS = 20;

/** Milliseconds to wait for the first answer of a function that has nothing of its own going on, such as by a pool. */
const GRACE = 20;

/** By function, how many milliseconds its answers took when nothing of its own was going on. */
const gracesOf = new WeakMap<Lambda, number>();

/**
 * Calls a function as Lambda's runtime for Node.js does, whatever its arity: the first of callback, context, promise and
 * throw is its answer, all others are ignored; what it returns without a promise is none (from Node.js 24 on it is). By
 * callback it answers when the event loop is empty, unless `callbackWaitsForEmptyEventLoop` is false; without any answer
 * that is null. The event loop is empty when nothing goes on that this call or others of its run began.
 * Source: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client (its CallbackContext and Runtime, observed)
 * @returns the answer; rejects with what the function threw or gave as its error
 */
export function invoke(
  lambda: Lambda,
  event: object,
  context: object,
  call: TracedCall | undefined,
  runtime: LambdaRuntime = lambdaRuntime,
): Promise<Answered> {
  if (lambda.length >= 3) warnOfCallbacks(runtime);
  return new Promise((resolve, reject) => {
    let answered: 'by itself' | 'by silence' | undefined;
    let silentSince = 0;
    const settle = (error: unknown, failed: boolean, then: () => void): void => {
      // Silence was taken for an answer: the event loop was not empty after all.
      if (answered === 'by silence') {
        gracesOf.set(lambda, Math.max(gracesOf.get(lambda) ?? 0, 5 * (now() - silentSince)));
        if (failed) call?.owner.blame(call, error);
      }
      if (answered !== undefined) return;
      answered = 'by itself';
      failed ? reject(error) : then();
    };
    const byCallback: Answer = (error, result) => {
      warnOfCallbacks(runtime);
      const answer = (): void => resolve({ result });
      settle(error, isError(error), () =>
        own.callbackWaitsForEmptyEventLoop ? whenEmpty(call, () => 0, answer) : answer(),
      );
    };
    const done: Answer = (error, result) => {
      warnOfCallbacks(runtime);
      settle(error, isError(error), () => resolve({ result }));
    };
    const own = {
      ...context,
      callbackWaitsForEmptyEventLoop: true,
      done,
      fail: (error: unknown) => done(error ?? new Error('context.fail was called')),
      succeed: (result: unknown) => done(undefined, result),
    };
    let returned: unknown;
    try {
      const run = (): unknown => (lambda as (...parameters: unknown[]) => unknown)(event, own, byCallback);
      returned = call === undefined ? run() : traced(call, run);
    } catch (error) {
      settle(error, true, () => undefined);
      return;
    }
    if (isThenable(returned)) {
      returned.then(
        (result) => settle(undefined, false, () => resolve({ result })),
        (error) => settle(error, true, () => undefined),
      );
    } else if (returned !== undefined && !runtime.takesCallbacks)
      settle(undefined, false, () => resolve({ result: returned }));
    else if (answered === undefined) {
      const grace = (): number => gracesOf.get(lambda) ?? GRACE;
      whenEmpty(call, grace, () => {
        if (answered !== undefined) return;
        answered = 'by silence';
        silentSince = now();
        if (!gracesOf.has(lambda)) gracesOf.set(lambda, 0);
        resolve({ ignored: returned });
      });
    }
  });
}

/** Waits until the event loop is empty, as far as a call knows, and stays so for some milliseconds. */
function whenEmpty(call: TracedCall | undefined, grace: () => number, then: () => void): void {
  if (call !== undefined) call.waits = true;
  let turns = 0;
  let emptySince: number | undefined;
  const look = (): void => {
    // It counts as hung.
    if (call?.done) return;
    const failed = call?.late !== undefined;
    const busy = call !== undefined && call.owner.keepingLoop(call).length > 0;
    emptySince = busy ? undefined : (emptySince ?? now());
    if (failed || (emptySince !== undefined && now() - emptySince >= grace())) then();
    else lookAgain();
  };
  const lookAgain = (): unknown =>
    untraced(() => (turns++ < TURNS ? realTimers.setImmediate(look) : realTimers.setTimeout(look, 1)));
  lookAgain();
}

function isError(error: unknown): boolean {
  return error !== undefined && error !== null;
}

/** Whether something is a promise, of whatever library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
