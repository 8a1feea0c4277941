import { messageSizes } from '../../../model/facts/limits.ts';
import type { Message } from './message.ts';
import { allDone, type Transport } from './transport.ts';

/**
 * A rule whose target is the Lambda function: it is invoked asynchronously with the event itself.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html (documented)
 */
export const lambda = {
  name: 'lambda',
  largest: messageSizes.lambda,
  redelivery: 'later',
  needsAnswer: false,
  attempts: 3,
  batch: { most: 1, usual: 1 },
  facts: { answer: 'answers', givenUp: 'retries' },
  wrap: ([message]: readonly Message[]) => JSON.parse((message as Message).body) as object,
  readAnswer: () => allDone,
} satisfies Transport;
