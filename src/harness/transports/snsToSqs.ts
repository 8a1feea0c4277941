import { messageSizes } from '../../../model/facts/limits.ts';
import { requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { QueueBatch } from './batches.ts';
import { connect, requireFlag } from './connect.ts';
import type { Message } from './message.ts';
import { makeNotification } from './sns.ts';
import { configureQueue, makeSqsRecord, type QueueOptions, queueOptions, readSqsAnswer, sqs } from './sqs.ts';
import type { Transport } from './transport.ts';

/**
 * A topic with a queue as subscriber, before a Lambda function. The body of a record is the notification as JSON, with
 * the event as JSON text inside. https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html (documented)
 */
export const snsToSqs = {
  name: 'snsToSqs',
  largest: messageSizes.snsDefault,
  redelivery: sqs.redelivery,
  needsAnswer: false,
  attempts: sqs.attempts,
  batch: sqs.batch,
  facts: sqs.facts,
  opens: {
    records: 'Records',
    invoker: 'a queue',
    outer: {
      takes: '`body`',
      advice:
        'write viaSnsToSqs(handler, { raw: true }), if the topic delivers raw messages, or viaSqs(handler), if a rule sends to the queue itself',
    },
    carrier: ['body', 'Message'],
    isBase64: false,
    holds: "The body of a record is the topic's notification as text, whose Message is the event as text",
    code: 'JSON.parse(JSON.parse(record.body).Message)',
  },
  wrap: (messages: readonly Message[]) => ({
    Records: messages.map((message) => makeSqsRecord(wrapInNotification(message))),
  }),
  readAnswer: readSqsAnswer,
} satisfies Transport;

/**
 * The same with raw message delivery: the body is the message itself.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html (documented)
 */
export const snsToSqsRaw = {
  ...snsToSqs,
  opens: sqs.opens,
  wrap: (messages: readonly Message[]) => ({ Records: messages.map((message) => makeSqsRecord(message)) }),
} satisfies Transport;

/** Options of {@link viaSnsToSqs}. */
export interface SnsToSqsOptions extends QueueOptions {
  /** Raw message delivery: the body of a record is the event, not the notification. */
  readonly raw?: boolean;
}

/**
 * Makes a handler from a Lambda function behind an SQS queue that subscribes to an SNS topic, with partial batch
 * responses.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaSnsToSqs<Event = QueueBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: SnsToSqsOptions = {},
): Handler {
  requireKnownKeys('options', options, ['raw', ...queueOptions]);
  const transport: Transport = requireFlag('raw', options.raw) ? snsToSqsRaw : snsToSqs;
  return connect(configureQueue(transport, options), lambdaHandler as Lambda, options);
}

function wrapInNotification(message: Message): Message {
  const {
    subscription: _,
    signingCertUrl: SigningCertURL,
    unsubscribeUrl: UnsubscribeURL,
    ...rest
  } = makeNotification(message);
  return { ...message, body: JSON.stringify({ ...rest, SigningCertURL, UnsubscribeURL }) };
}
