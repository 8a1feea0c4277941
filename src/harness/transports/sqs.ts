import { messageSizes } from '../../../model/facts/limits.ts';
import { hashToHex } from '../../../model/platform/nodeModules.ts';
import { requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { QueueBatch } from './batches.ts';
import { ignoreReports, readBatchItemFailures } from './batchItemFailures.ts';
import { type BatchOptions, connect, requireFlag } from './connect.ts';
import { encodeBase64, hashMd5, hashToUuid, type Message, makeSequenceNumberFrom, readEventId } from './message.ts';
import type { BatchResponseResult, Transport } from './transport.ts';

/** The `maxReceiveCount` of the queue: after it a message goes to the dead-letter queue. */
const ATTEMPTS = 5;

/**
 * A queue before a Lambda function; its event source mapping accepts partial batch responses
 * (`ReportBatchItemFailures`). https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html (documented)
 */
export const sqs = {
  name: 'sqs',
  largest: messageSizes.sqs,
  redelivery: 'later',
  needsAnswer: false,
  attempts: ATTEMPTS,
  batch: { most: 10_000, usual: 10, because: 'This is the limit of the event source mapping' },
  facts: { answer: 'partialBatches', failure: 'queueRetries', givenUp: 'deadLetters' },
  opens: {
    records: 'Records',
    invoker: 'a queue',
    carrier: ['body'],
    isBase64: false,
    holds: 'The body of a record is the event as text',
    code: 'JSON.parse(record.body)',
  },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map((message) => makeSqsRecord(message)) }),
  readAnswer: readSqsAnswer,
} satisfies Transport;

/**
 * A FIFO queue with content-based deduplication. A rule's target has one message group for all events, so a failed
 * record holds up all later ones. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html
 * (documented)
 */
export const sqsFifo = {
  ...sqs,
  redelivery: 'first',
  batch: { most: 10, usual: 10, because: 'This is the limit of the event source mapping' },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map((message) => makeFifoRecord(message)) }),
} satisfies Transport;

/** A FIFO queue whose messages have the group that a rule's target names. */
export function groupMessages(group: string): Transport {
  const wrap = (messages: readonly Message[]) => ({
    Records: messages.map((message) => makeFifoRecord(message, group)),
  });
  return { ...sqsFifo, wrap };
}

/** Options of {@link viaSqs} and `viaSnsToSqs`: the settings of the queue and of its event source mapping. */
export interface QueueOptions extends BatchOptions {
  /** How often a message comes before it goes to the dead-letter queue; 5 by default. */
  readonly maxReceiveCount?: number;
  /**
   * Whether the mapping has `ReportBatchItemFailures`; true by default. Without it Lambda ignores the answer: a batch
   * counts as done, unless the function throws.
   */
  readonly reportBatchItemFailures?: boolean;
}

/** Options of {@link viaSqs}. */
export interface SqsOptions extends QueueOptions {
  /** A FIFO queue: one message group, content-based deduplication. */
  readonly fifo?: boolean;
}

/** The names of the options of every queue. */
export const queueOptions = ['batchSize', 'maxReceiveCount', 'reportBatchItemFailures'] as const;

/** The most receipts that a redrive policy allows. */
const MOST_RECEIPTS = 1000;

/**
 * The transport with the settings of its queue and mapping.
 * @throws InvalidArgumentError for a wrong option
 */
export function configureQueue<Of extends Transport>(transport: Of, options: QueueOptions): Of {
  const { maxReceiveCount = transport.attempts, reportBatchItemFailures } = options;
  const because = 'This is the limit of a redrive policy';
  requireWholeNumber('options.maxReceiveCount', maxReceiveCount, { least: 1, most: MOST_RECEIPTS, because });
  const configured = { ...transport, attempts: maxReceiveCount };
  return requireFlag('reportBatchItemFailures', reportBatchItemFailures, true) ? configured : ignoreReports(configured);
}

/**
 * Makes a handler from a Lambda function behind an SQS queue, with partial batch responses. It fails on an event that
 * the function reports as failed.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaSqs<Event = QueueBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: SqsOptions = {},
): Handler {
  requireKnownKeys('options', options, ['fifo', ...queueOptions]);
  const transport: Transport = requireFlag('fifo', options.fifo) ? sqsFifo : sqs;
  return connect(configureQueue(transport, options), lambdaHandler as Lambda, options);
}

/** One record of a queue. */
export function makeSqsRecord(message: Message, queue: string = 'cases-events') {
  const { body, sentAt, receiveCount, account, region } = message;
  return {
    messageId: makeMessageId(message),
    receiptHandle: makeReceiptHandle(message),
    body,
    attributes: {
      ApproximateReceiveCount: `${receiveCount}`,
      SentTimestamp: `${sentAt}`,
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: `${sentAt + 1}`,
    },
    messageAttributes: {},
    md5OfBody: hashMd5(body),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:${account}:${queue}`,
    awsRegion: region,
  };
}

const FIRST_SEQUENCE_NUMBER = 18_849_496_460_467_696_128n;

function makeFifoRecord(message: Message, group: string = 'cases') {
  const record = makeSqsRecord(message, 'cases-events.fifo');
  const attributes = {
    ...record.attributes,
    SequenceNumber: makeSequenceNumberFrom(FIRST_SEQUENCE_NUMBER, message),
    MessageGroupId: group,
    MessageDeduplicationId: hashToHex('sha256', message.body),
  };
  return { ...record, attributes };
}

/** Stays the same for every receipt of the message. */
function makeMessageId({ seed }: Message): string {
  return hashToUuid(`sqs ${seed}`);
}

/** Changes with every receipt. */
function makeReceiptHandle({ seed, receiveCount, sentAt }: Message): string {
  return encodeBase64(`${hashToUuid(`receipt ${receiveCount} ${seed}`)} ${new Date(sentAt).toISOString()}`);
}

/** A partial batch response, by message ids. */
export function readSqsAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult {
  return readBatchItemFailures(answer, messages, {
    name: 'messageId',
    of: makeMessageId,
    others: { receiptHandle: makeReceiptHandle, 'id of the event': readEventId },
  });
}
