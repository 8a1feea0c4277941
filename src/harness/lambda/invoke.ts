import { type Answered, FirstAnswer } from './firstAnswer.ts';
import { type LambdaRuntime, lambdaRuntime, warnOfCallbacks } from './lambdaRuntime.ts';
import { type TracedCall, traced } from './tracedCall.ts';

/** A Lambda function of whatever invocation event. */
export type Lambda = (event: never, context: never, callback: never) => unknown;

/**
 * Calls a function as Lambda's runtime for Node.js does, whatever its arity: the first of callback, context, promise and
 * throw is its answer, all others are ignored; what it returns without a promise is none (from Node.js 24 on it is). By
 * callback it answers when the event loop is empty, unless `callbackWaitsForEmptyEventLoop` is false; without any answer
 * that is null.
 * @param contextWith makes the context of the functions by which a call is answered
 * Source: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client (its CallbackContext and Runtime, observed)
 * @returns the answer; rejects with what the function threw or gave as its error
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
    const { context, callback } = waysToAnswer(answer, contextWith, runtime);
    let returned: unknown;
    try {
      const run = (): unknown => (lambda as (...parameters: unknown[]) => unknown)(event, context, callback);
      returned = call === undefined ? run() : traced(call, run);
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

/** What Lambda's context has to answer a call by, as the older functions do. */
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

function waysToAnswer(
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

/** Whether something is a promise, of whatever library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
