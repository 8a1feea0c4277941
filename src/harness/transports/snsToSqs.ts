import { messageSizes } from '../../../model/facts/limits.ts';
import type { Message } from './message.ts';
import { makeNotification } from './sns.ts';
import { readSqsAnswer, sqs, sqsRecord } from './sqs.ts';
import type { Transport } from './transport.ts';

/**
 * A topic whose subscriber is a queue before a Lambda function: the body of a record is the notification as JSON, in
 * which the message is a text of JSON once more.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html (documented)
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
    carrier: ['body', 'Message'],
    isBase64: false,
    holds: "The body of a record is the topic's notification as text, whose Message is the event as text once more",
    code: 'JSON.parse(JSON.parse(record.body).Message)',
  },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map((message) => sqsRecord(notified(message))) }),
  readAnswer: readSqsAnswer,
} satisfies Transport;

/**
 * The same with raw message delivery: the body is the message itself.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html (documented)
 */
export const snsToSqsRaw = {
  ...snsToSqs,
  opens: sqs.opens,
  wrap: (messages: readonly Message[]) => ({ Records: messages.map((message) => sqsRecord(message)) }),
} satisfies Transport;

function notified(message: Message): Message {
  const {
    subscription: _,
    signingCertUrl: SigningCertURL,
    unsubscribeUrl: UnsubscribeURL,
    ...rest
  } = makeNotification(message);
  return { ...message, body: JSON.stringify({ ...rest, SigningCertURL, UnsubscribeURL }) };
}
