import type { Domain } from '../event/domain.ts';
import { now } from '../platform/realProcess.ts';
import type { WaysToAnswer } from './invoke.ts';

/** A plausible Lambda context (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html). */
export function lambdaContext(
  { region, accountId }: Domain,
  timeout: number,
  ways: WaysToAnswer,
): WaysToAnswer & Readonly<Record<string, unknown>> {
  const name = 'cases-event-handler';
  const end = now() + timeout;
  return {
    callbackWaitsForEmptyEventLoop: ways.callbackWaitsForEmptyEventLoop,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    memoryLimitInMB: '128',
    awsRequestId: '8e5b1c2d-3f4a-4b6c-9d7e-0a1b2c3d4e5f',
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - now())),
    done: ways.done,
    fail: ways.fail,
    succeed: ways.succeed,
  };
}
