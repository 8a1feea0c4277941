import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import { type Answered, FirstAnswer } from './firstAnswer.ts';
import { type LambdaRuntime, lambdaRuntime, warnOfCallbacks } from './lambdaRuntime.ts';
import { runTraced, type TracedCall } from './tracedCall.ts';

/** A Lambda function of any invocation event. */
export type Lambda = (event: never, context: never, callback: never) => unknown;

/**
 * Calls a function like Lambda's runtime for Node.js, with any arity. The first of callback, context, promise and throw
 * is its answer. A returned value that is no promise does not count (from Node.js 24 on it does). An answer by callback
 * waits until the event loop is empty, unless `callbackWaitsForEmptyEventLoop` is false. Without an answer the result
 * is null. (https://github.com/aws/aws-lambda-nodejs-runtime-interface-client, CallbackContext and Runtime, observed)
 * @param contextWith makes the context with the functions that answer a call
 * @returns the answer; rejects with the function's error
 */
export function invoke(
  lambda: Lambda,
  event: object,
  contextWith: (ways: WaysToAnswer) => WaysToAnswer,
  call: TracedCall | undefined,
  runtime: LambdaRuntime = lambdaRuntime,
): Promise<Answered> {
  const takesCallback = lambda.length >= 3;
  if (takesCallback) warnOfCallbacks(runtime);
  return new Promise((resolve, reject) => {
    const answer = new FirstAnswer(lambda, call, resolve, reject);
    const { context, callback } = makeWaysToAnswer(answer, contextWith, runtime);
    let returned: unknown;
    try {
      const run = (): unknown => (lambda as (...parameters: unknown[]) => unknown)(event, context, callback);
      returned = call === undefined ? run() : runTraced(call, run);
    } catch (error) {
      answer.fail(error);
      return;
    }
    if (isThenable(returned)) {
      returned.then(
        (result) => answer.succeed(result),
        (error) => answer.fail(error),
      );
    } else if (returned === undefined || takesCallback || runtime.takesCallbacks) answer.assumeWhenEmpty(returned);
    else answer.assume({ result: returned });
  });
}

/** The functions of Lambda's context that answer a call, for older handlers. */
export interface WaysToAnswer {
  /** Whether an answer by callback waits until the event loop is empty; true unless the function sets it. */
  callbackWaitsForEmptyEventLoop: boolean;
  /** Answers with an error, or with a result. */
  done(error?: unknown, result?: unknown): void;
  /** Answers with an error. */
  fail(error?: unknown): void;
  /** Answers with a result. */
  succeed(result?: unknown): void;
}

function makeWaysToAnswer(
  answer: FirstAnswer,
  contextWith: (ways: WaysToAnswer) => WaysToAnswer,
  runtime: LambdaRuntime,
): { context: WaysToAnswer; callback: WaysToAnswer['done'] } {
  const give = (error: unknown, succeed: () => void): void => {
    warnOfCallbacks(runtime);
    error === undefined || error === null ? succeed() : answer.fail(error);
  };
  const context = contextWith({
    callbackWaitsForEmptyEventLoop: true,
    done: (error?: unknown, result?: unknown) => give(error, () => answer.succeed(result)),
    fail: (error?: unknown) => give(error ?? new Error('context.fail was called'), () => undefined),
    succeed: (result?: unknown) => give(undefined, () => answer.succeed(result)),
  });
  const callback = (error?: unknown, result?: unknown): void =>
    give(error, () =>
      context.callbackWaitsForEmptyEventLoop ? answer.succeedWhenEmpty(result) : answer.succeed(result),
    );
  return { context, callback };
}

/** Whether a value is a promise of any library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isObjectOrList(value) && typeof value.then === 'function';
}
