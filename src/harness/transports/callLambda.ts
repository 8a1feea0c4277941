import { isThenable } from '../runHandler.ts';

/**
 * Calls a Lambda function as Lambda does, in each of the ways to answer: a promise, a callback, or a function of the
 * context. The context of the caller stays the caller's.
 */
export function callLambda(lambdaHandler: Lambda, event: object, context: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answer = (error?: unknown, result?: unknown): void =>
      error === undefined || error === null ? resolve(result) : reject(error);
    const own = {
      ...context,
      done: answer,
      fail: (error: unknown) => reject(error ?? new Error('context.fail was called')),
      succeed: resolve,
    };
    const result: unknown = (lambdaHandler as (...parameters: unknown[]) => unknown)(event, own, answer);
    // Whichever answers first: a promise may never settle where the context has answered.
    if (isThenable(result)) result.then(resolve, reject);
    else if (result !== undefined || lambdaHandler.length < 3) resolve(result);
  });
}

/** A Lambda function of whatever invocation event. */
export type Lambda = (event: never, context: never, callback: never) => unknown;
