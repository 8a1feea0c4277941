import type { Domain } from '../../../model/domain/domain.ts';
import { now } from '../../../model/platform/realProcess.ts';
import type { WaysToAnswer } from './invoke.ts';

/** A function of Lambda's Node.js runtimes up to 22 may answer through it instead of a promise. */
export type LambdaCallback = (error?: unknown, result?: unknown) => void;

/** The context of an invocation (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html). */
export interface LambdaContext extends WaysToAnswer {
  /** The name of the function. */
  readonly functionName: string;
  /** Its version. */
  readonly functionVersion: string;
  /** The ARN of the invocation. */
  readonly invokedFunctionArn: string;
  /** Its memory, in megabytes. */
  readonly memoryLimitInMB: string;
  /** The id of the invocation: a new UUID each time. */
  readonly awsRequestId: string;
  /** The group of its logs. */
  readonly logGroupName: string;
  /** The stream of its logs. */
  readonly logStreamName: string;
  /** Milliseconds until its time limit. */
  getRemainingTimeInMillis(): number;
}

/** A plausible Lambda context. */
export function makeLambdaContext(
  { region, accountId }: Domain,
  requestId: string,
  timeout: number,
  ways: WaysToAnswer,
): LambdaContext {
  const name = 'cases-event-handler';
  const end = now() + timeout;
  return {
    callbackWaitsForEmptyEventLoop: ways.callbackWaitsForEmptyEventLoop,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    memoryLimitInMB: '128',
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - now())),
    done: ways.done,
    fail: ways.fail,
    succeed: ways.succeed,
  };
}
