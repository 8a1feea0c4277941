import type { Domain } from '../event/domain.ts';
import { now } from '../platform/realProcess.ts';

/** How a handler without a promise answers: Lambda's callback, which the context's older functions call too. */
export type Answer = (error?: unknown, result?: unknown) => void;

/** A plausible Lambda context (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html). */
export function lambdaContext({ region, accountId }: Domain, timeout: number, answer: Answer): object {
  const name = 'cases-event-handler';
  const end = now() + timeout;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    memoryLimitInMB: '128',
    awsRequestId: '8e5b1c2d-3f4a-4b6c-9d7e-0a1b2c3d4e5f',
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - now())),
    done: answer,
    fail: (error: unknown) => answer(error ?? new Error('context.fail was called')),
    succeed: (result: unknown) => answer(undefined, result),
  };
}
