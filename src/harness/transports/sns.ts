import { messageSizes } from '../../../model/facts/limits.ts';
import { requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { TopicBatch } from './batches.ts';
import { type BatchOptions, connect } from './connect.ts';
import { hashToUuid, type Message } from './message.ts';
import { allDone, type BatchResponseResult, type Transport } from './transport.ts';

/**
 * A topic before a Lambda function, which it invokes asynchronously with one record; nobody reads the answer.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html (documented)
 */
export const sns = {
  name: 'sns',
  largest: messageSizes.snsDefault,
  redelivery: 'later',
  needsAnswer: false,
  attempts: 3,
  batch: { most: 1, usual: 1, because: 'This transport invokes the function with one event at a time' },
  facts: { answer: 'answers', failure: 'topicRetries', givenUp: 'topicRetries' },
  opens: {
    records: 'Records',
    invoker: 'a topic',
    carrier: ['Sns', 'Message'],
    isBase64: false,
    holds: 'Sns.Message of a record is the event as text',
    code: 'JSON.parse(record.Sns.Message)',
  },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map(makeRecord) }),
  readAnswer: readAnswer,
} satisfies Transport;

/**
 * Makes a handler from a Lambda function that subscribes to an SNS topic, with one record each time. Events larger than
 * a topic's limit (262,144 bytes as delivered) do not reach it.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaSns<Event = TopicBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return connect(sns, lambdaHandler as Lambda, options);
}

function makeRecord(message: Message) {
  const { subscription, ...notification } = makeNotification(message);
  const { signingCertUrl: SigningCertUrl, unsubscribeUrl: UnsubscribeUrl, ...rest } = notification;
  return {
    EventVersion: '1.0',
    EventSubscriptionArn: subscription,
    EventSource: 'aws:sns',
    Sns: { ...rest, SigningCertUrl, UnsubscribeUrl, MessageAttributes: {}, Subject: null },
  };
}

/** Nobody reads the answer, not even a report of failures. */
function readAnswer(answer: unknown): BatchResponseResult {
  const failures = (answer as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures;
  if (!Array.isArray(failures) || failures.length === 0) return allDone;
  return {
    ...allDone,
    wrong: [
      'the function reports a record as failed, but nobody reads its answer: a topic invokes the function asynchronously, and only an error counts as a failure. Throw the error instead',
    ],
  };
}

/** A topic's notification of a message; kinds of subscribers spell the two addresses differently. */
export function makeNotification({ body, seed, sentAt, account, region }: Message) {
  const TopicArn = `arn:aws:sns:${region}:${account}:cases-events`;
  const subscription = `${TopicArn}:${hashToUuid('subscription')}`;
  const address = `https://sns.${region}.amazonaws.com`;
  return {
    subscription,
    Type: 'Notification',
    MessageId: hashToUuid(`sns ${seed}`),
    TopicArn,
    Message: body,
    Timestamp: new Date(sentAt).toISOString(),
    SignatureVersion: '1',
    // Only AWS can sign: this signature is invalid, as in AWS's own example.
    Signature: 'EXAMPLE',
    signingCertUrl: `${address}/SimpleNotificationService-example.pem`,
    unsubscribeUrl: `${address}/?Action=Unsubscribe&SubscriptionArn=${subscription}`,
  };
}
