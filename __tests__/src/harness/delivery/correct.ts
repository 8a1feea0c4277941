import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type {
  FirehoseTransformationEvent,
  KinesisStreamEvent,
  KinesisStreamRecord,
  SNSEvent,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { faultKinds } from '../../../../src/harness/delivery/faults/faults.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { decodeBase64 } from '../../../helpers/decodeBase64.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { ReadModel } from './readModel.ts';

type Any = ReturnType<typeof JSON.parse>;

export const contracts = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.CREATED': ['case.caseId'],
    'CASE.UPDATED': ['case.caseId', 'case.fields.title'],
    'CASE.DELETED': ['case.caseId'],
  },
  { domain: exampleDomain },
);

/** A consumer that keeps all guarantees. */
export const model = new ReadModel();
export const world = { reset: () => model.reset(), observe: () => model.observe() };
/** Without outages: nothing is watched. */
export const all = { ...world, tolerates: faultKinds.filter((kind) => kind !== 'outage') };

/** A function behind a queue that reports its failures. */
export const reporting =
  (each: (event: Any) => unknown) =>
  async ({ Records }: SQSEvent) => {
    const batchItemFailures = [];
    for (const { messageId, body } of Records) {
      try {
        await each(JSON.parse(body));
      } catch {
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };

export const take = (event: Any): void => model.take(event);

export const decoded = (data: string): Any => JSON.parse(decodeBase64(data));

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Set aside for somebody to look at later.
  }
}

export const transports: readonly (readonly [string, Handler])[] = [
  ['a rule', viaLambda(async (event: Any) => take(event))],
  ['a queue', viaSqs(reporting(take))],
  ['a queue that brings one record at a time', viaSqs(reporting(take), { batchSize: 1 })],
  ['a topic before a queue', viaSnsToSqs(reporting(({ Message }) => take(JSON.parse(Message))))],
  ['a topic before a queue, raw', viaSnsToSqs(reporting(take), { raw: true })],
  [
    'a topic',
    viaSns(async ({ Records }: SNSEvent) => {
      for (const { Sns } of Records) take(JSON.parse(Sns.Message));
    }),
  ],
  [
    'a FIFO queue, if it sets aside what it cannot take',
    viaSqs(
      async ({ Records }: SQSEvent) => {
        for (const { body } of Records) attempt(() => take(JSON.parse(body)));
      },
      { fifo: true, batchSize: 3 },
    ),
  ],
  [
    'a data stream, if it sets aside what it cannot take',
    viaKinesis(
      async ({ Records }: KinesisStreamEvent) => {
        for (const { kinesis } of Records) attempt(() => take(decoded(kinesis.data)));
      },
      { batchSize: 5 },
    ),
  ],
  [
    'a delivery stream',
    viaFirehose(async ({ records }: FirehoseTransformationEvent) => ({
      records: records.map(({ recordId, data }) => {
        try {
          take(decoded(data));
          return { recordId, data, result: 'Ok' };
        } catch {
          return { recordId, data, result: 'ProcessingFailed' };
        }
      }),
    })),
  ],
  [
    "a queue, by Powertools' batch processor",
    viaSqs((event: SQSEvent) =>
      processPartialResponse(
        event,
        async ({ body }: SQSRecord) => take(JSON.parse(body)),
        new BatchProcessor(EventType.SQS),
        { throwOnFullBatchFailure: false },
      ),
    ),
  ],
  [
    "a data stream, by Powertools' batch processor",
    viaKinesis((event: KinesisStreamEvent) =>
      processPartialResponse(
        event,
        async ({ kinesis }: KinesisStreamRecord) => take(decoded(kinesis.data)),
        new BatchProcessor(EventType.KinesisDataStreams),
        { throwOnFullBatchFailure: false },
      ),
    ),
  ],
  [
    'a queue, if it puts off each record once',
    viaSqs(async ({ Records }: SQSEvent) => {
      const now = Records.filter(({ attributes }) => attributes.ApproximateReceiveCount !== '1');
      const { batchItemFailures } = await reporting(take)({ Records: now });
      const later = Records.filter((record) => !now.includes(record)).map(({ messageId }) => ({
        itemIdentifier: messageId,
      }));
      return { batchItemFailures: [...batchItemFailures, ...later] };
    }),
  ],
];
