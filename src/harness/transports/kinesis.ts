import { messageSizes } from '../../../model/facts/limits.ts';
import { requireKnownKeys } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { StreamBatch } from './batches.ts';
import { ignoreReports, readBatchItemFailures } from './batchItemFailures.ts';
import { type BatchOptions, connect, requireFlag } from './connect.ts';
import { encodeBase64, type Message, makeSequenceNumberFrom, readEventId } from './message.ts';
import type { BatchResponseResult, Transport } from './transport.ts';

/**
 * A data stream before a Lambda function; its event source mapping accepts partial batch responses. The partition key
 * is the event's id, EventBridge's default. https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html (documented)
 */
export const kinesis = {
  name: 'kinesis',
  largest: messageSizes.kinesis,
  redelivery: 'first',
  needsAnswer: false,
  attempts: 5,
  batch: { most: 10_000, usual: 100, because: 'This is the limit of the event source mapping' },
  facts: { answer: 'checkpoints', failure: 'streamRetries', givenUp: 'streamRetries' },
  opens: {
    records: 'Records',
    invoker: 'a data stream',
    carrier: ['kinesis', 'data'],
    isBase64: true,
    holds: 'kinesis.data of a record is the event as text in base64',
    code: "JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString())",
  },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map(makeRecord) }),
  readAnswer: readAnswer,
} satisfies Transport;

/** Options of {@link viaKinesis}: the settings of the event source mapping. */
export interface KinesisOptions extends BatchOptions {
  /**
   * Whether the mapping has `ReportBatchItemFailures`; true by default. Without it Lambda ignores the answer: a batch
   * counts as done, unless the function throws.
   */
  readonly reportBatchItemFailures?: boolean;
  /** Whether the mapping splits a batch on which the function throws (`BisectBatchOnFunctionError`); false by default. */
  readonly bisectBatchOnFunctionError?: boolean;
}

/**
 * Makes a handler from a Lambda function behind a Kinesis data stream, with partial batch responses.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaKinesis<Event = StreamBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: KinesisOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize', 'reportBatchItemFailures', 'bisectBatchOnFunctionError']);
  const bisects = requireFlag('bisectBatchOnFunctionError', options.bisectBatchOnFunctionError);
  const transport: Transport = { ...kinesis, bisects };
  const reports = requireFlag('reportBatchItemFailures', options.reportBatchItemFailures, true);
  return connect(reports ? transport : ignoreReports(transport), lambdaHandler as Lambda, options);
}

function makeRecord(message: Message) {
  const { body, sentAt, account, region } = message;
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey: readEventId(message),
      sequenceNumber: makeSequenceNumber(message),
      data: encodeBase64(body),
      approximateArrivalTimestamp: sentAt / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: chooseShard(message),
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: `arn:aws:iam::${account}:role/cases-event-handler`,
    awsRegion: region,
    eventSourceARN: `arn:aws:kinesis:${region}:${account}:stream/cases-events`,
  };
}

const FIRST_SEQUENCE_NUMBER = 49_590_338_271_490_256_608_559_692_538_361_571_095_921_575_989_136_588_898n;

function makeSequenceNumber(message: Message): string {
  return makeSequenceNumberFrom(FIRST_SEQUENCE_NUMBER, message);
}

function chooseShard(message: Message): string {
  return `shardId-000000000000:${makeSequenceNumber(message)}`;
}

/** A stream continues from a checkpoint: the first reported record and all later ones come again. */
function readAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult {
  const said = readBatchItemFailures(answer, messages, {
    name: 'sequenceNumber',
    of: makeSequenceNumber,
    others: { eventID: chooseShard, 'id of the event': readEventId },
  });
  const [first] = said.redelivered;
  if (first === undefined) return said;
  return { ...said, redelivered: messages.flatMap((_, place) => (place < first ? [] : [place])) };
}
