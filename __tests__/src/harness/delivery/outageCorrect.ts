import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { decoded, reporting } from './correct.ts';
import { ignoreRefusal, listRecords, readTitle, save, services } from './outageWorld.ts';

type Any = ReturnType<typeof JSON.parse>;

async function retrying(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

/** Handlers that an outage does not break, and whether only `observe` shows that: they do without a failed call. */
export const outageCorrect: readonly (readonly [name: string, handler: Handler, needsObserve?: true])[] = [
  ['throws through, with a conditional write', save],
  ['throws through, behind viaLambda', viaLambda(save)],
  ['reports what failed of a batch', viaSqs(reporting(save))],
  [
    'throws for the whole batch',
    viaSqs(async (batch: Any) => {
      for (const { event } of listRecords(batch)) await save(event);
    }),
  ],
  [
    'awaits the whole batch at once',
    viaSqs(async (batch: Any) => void (await Promise.all(listRecords(batch).map(({ event }) => save(event))))),
  ],
  [
    'looks at the results of Promise.allSettled',
    async (event: Any) => {
      const [saved, published] = await Promise.allSettled([save(event), services.publish(event.id)]);
      if (saved.status === 'rejected') throw saved.reason;
      if (published.status === 'rejected') throw published.reason;
    },
  ],
  [
    'writes the row and its outbox in one transaction',
    async (event: Any) => {
      const read = readTitle(event);
      if (read !== undefined) await services.transact(read.id, read.row, `outbox ${event.id}`).catch(ignoreRefusal);
    },
  ],
  ['retries by itself, and then throws', (event: Any) => retrying(() => save(event))],
  ['retries by itself behind a queue', viaSqs(reporting((event: Any) => retrying(() => save(event))))],
  [
    'notes an event as seen after the work',
    async (event: Any) => {
      if ((await services.get(`seen ${event.id}`)) !== undefined) return;
      await save(event);
      await services.put(`seen ${event.id}`, true);
    },
  ],
  [
    'deletes its messages after the work, and throws for the others',
    viaSqs(async (batch: Any) => {
      const errors: unknown[] = [];
      for (const { handle, event } of listRecords(batch)) {
        try {
          await save(event);
          await services.deleteMessage({ ReceiptHandle: handle });
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'some records failed');
    }),
  ],
  [
    'sends its mail last',
    async (event: Any) => {
      const read = readTitle(event);
      if (read === undefined || event.detail.eventType !== 'CASE.CREATED') return;
      await services.put(read.id, read.row.title);
      await services.sendMail(`${read.id} is ${read.row.title}`);
    },
  ],
  [
    'sets its cache after the write, and copes without it',
    async (event: Any) => {
      const read = readTitle(event);
      if (read === undefined) return;
      const known = await services.cacheGet(read.id).catch(() => undefined);
      if ((known ?? 0) >= read.row.changedAt) return;
      await save(event);
      await services.cacheSet(read.id, read.row.changedAt).catch(() => undefined);
    },
    true,
  ],
  [
    'gathers ids as a set',
    async (event: Any) => {
      const read = readTitle(event);
      if (read === undefined) return;
      const known = (await services.get(read.id)) ?? [];
      await services.put(read.id, [...new Set([...known, event.id])].sort());
    },
  ],
  [
    'reports the first failed record of a stream',
    viaKinesis(async ({ Records }: Any) => {
      for (const { kinesis } of Records) {
        try {
          await save(decoded(kinesis.data));
        } catch {
          return { batchItemFailures: [{ itemIdentifier: kinesis.sequenceNumber }] };
        }
      }
      return { batchItemFailures: [] };
    }),
  ],
  [
    'throws behind a stream that splits failed batches',
    viaKinesis(
      async ({ Records }: Any) => {
        for (const { kinesis } of Records) await save(decoded(kinesis.data));
      },
      { bisectBatchOnFunctionError: true },
    ),
  ],
  [
    'throws behind a topic',
    viaSns(async ({ Records }: Any) => {
      for (const { Sns } of Records) await save(JSON.parse(Sns.Message));
    }),
  ],
  [
    'uses the batch processor of Powertools',
    viaSqs((batch: Any, context: Any) =>
      processPartialResponse(batch, ({ body }: Any) => save(JSON.parse(body)), new BatchProcessor(EventType.SQS), {
        context,
        throwOnFullBatchFailure: false,
      }),
    ),
  ],
  [
    'writes a batch in one call',
    viaSqs(async (batch: Any) => {
      const read = listRecords(batch).flatMap(({ event }) => readTitle(event) ?? []);
      if (read.length > 0) await services.batch(read.map(({ id, row }) => [id, row] as const));
    }),
  ],
];
