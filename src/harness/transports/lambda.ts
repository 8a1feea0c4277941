import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { messageSizes } from '../../../model/facts/limits.ts';
import { requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { type BatchOptions, connect } from './connect.ts';
import type { Message } from './message.ts';
import { allDone, type Transport } from './transport.ts';

/**
 * A rule whose target is the Lambda function: EventBridge invokes it asynchronously with the event itself.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html (documented)
 */
export const lambda = {
  name: 'lambda',
  largest: messageSizes.lambda,
  redelivery: 'later',
  needsAnswer: false,
  attempts: 3,
  batch: { most: 1, usual: 1, because: 'This transport invokes the function with one event at a time' },
  facts: { answer: 'answers', failure: 'retries', givenUp: 'retries' },
  wrap: ([message]: readonly Message[]) => JSON.parse((message as Message).body) as object,
  readAnswer: () => allDone,
} satisfies Transport;

/**
 * Makes a handler from a Lambda function that EventBridge invokes directly, with one event each time.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaLambda<Event = CasesEvent, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return connect(lambda, lambdaHandler as Lambda, options);
}
