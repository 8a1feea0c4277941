import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { decoded } from './correct.ts';
import { ignoreRefusal, listRecords, memory, readTitle, save, services } from './outageWorld.ts';

type Any = ReturnType<typeof JSON.parse>;
type Broken = 'lost' | 'once' | 'other';

/** Runs some work for the case of an event. */
const forCase =
  (work: (id: string, row: { title: string | null; changedAt: number }, event: Any) => Promise<unknown>) =>
  async (event: Any): Promise<void> => {
    const read = readTitle(event);
    if (read !== undefined) await work(read.id, read.row, event);
  };

const ignore = (): undefined => undefined;

/** Handlers that an outage breaks, and what they break: `lost` in silence, `once` more than once, `other` outcome. */
export const outageFaulty: readonly (readonly [name: string, handler: Handler, broken: Broken])[] = [
  ['swallows the error of a write', (event: Any) => save(event).catch(ignore), 'lost'],
  [
    'returns a status in place of throwing',
    async (event: Any) => {
      try {
        await save(event);
        return { statusCode: 200 };
      } catch (error) {
        return { statusCode: 500, body: String(error) };
      }
    },
    'lost',
  ],
  [
    'returns in finally',
    async (event: Any) => {
      try {
        await save(event);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: this is the mistake
        return 'ok';
      }
    },
    'lost',
  ],
  [
    'notes an event as seen before the work',
    async (event: Any) => {
      try {
        await services.putNew(`seen ${event.id}`, true);
      } catch (error) {
        return ignoreRefusal(error);
      }
      await save(event);
    },
    'other',
  ],
  [
    'notes an event in memory before the work',
    async (event: Any) => {
      if (memory.ids.has(event.id)) return;
      memory.ids.add(event.id);
      await save(event);
    },
    'other',
  ],
  [
    'sends a mail before it saves',
    forCase(async (id, row, event) => {
      await services.sendMail(`${id} is ${row.title}`);
      await save(event);
    }),
    'once',
  ],
  [
    'counts before it saves',
    forCase(async (id, _row, event) => {
      await services.add(`count of ${id}`, 1);
      await save(event);
    }),
    'other',
  ],
  [
    'repeats a count in its own retry',
    forCase(async (id, _row, event) => {
      for (let attempt = 1; ; attempt++) {
        try {
          await services.add(`count of ${id}`, 1);
          await save(event);
          return;
        } catch (error) {
          if (attempt === 3) throw error;
        }
      }
    }),
    'other',
  ],
  [
    'gives up in silence after three attempts',
    async (event: Any) => {
      for (let attempt = 0; attempt < 3; attempt++) {
        const isDone = await save(event).then(
          () => true,
          () => false,
        );
        if (isDone) return;
      }
    },
    'lost',
  ],
  [
    'ignores the result of Promise.allSettled',
    forCase(async (id, _row, event) => {
      await Promise.allSettled([save(event), services.publish(id)]);
    }),
    'lost',
  ],
  [
    'takes a timeout for a success',
    async (event: Any) => {
      try {
        await save(event);
      } catch (error) {
        if ((error as Error).name !== 'TimeoutError') throw error;
      }
    },
    'lost',
  ],
  [
    'parks an event, and swallows the failure of that',
    forCase(async (_id, _row, event) => {
      await save(event).catch(() => services.park(event.id).catch(ignore));
    }),
    'lost',
  ],
  [
    'sets its cache before it writes',
    forCase(async (id, row, event) => {
      if (((await services.cacheGet(id)) ?? 0) >= row.changedAt) return;
      await services.cacheSet(id, row.changedAt);
      await save(event);
    }),
    'other',
  ],
  [
    'takes a failed read for a missing row',
    forCase(async (id, _row, event) => {
      const known: string[] | undefined = await services.get(id).catch(ignore);
      await services.put(id, [...new Set([...(known ?? []), event.id])].sort());
    }),
    'lost',
  ],
  [
    'publishes after the write, without an outbox',
    forCase(async (id, row) => {
      try {
        await services.putNewer(id, row);
      } catch (error) {
        return ignoreRefusal(error);
      }
      await services.publish(`${id} ${row.changedAt}`);
    }),
    'other',
  ],
  [
    'undoes its write if it cannot publish, and answers',
    forCase(async (id, _row, event) => {
      await save(event);
      await services.publish(id).catch(() => services.remove(id));
    }),
    'lost',
  ],
  [
    'skips events while its circuit is open',
    async (event: Any) => {
      if (memory.isOpen) return;
      try {
        await save(event);
      } catch (error) {
        memory.isOpen = true;
        throw error;
      }
    },
    'other',
  ],
  ['swallows an error behind viaLambda', viaLambda((event: Any) => save(event).catch(ignore)), 'lost'],
  [
    'deletes a message before it processes it',
    viaSqs(async (batch: Any) => {
      for (const { handle, event } of listRecords(batch)) {
        await services.deleteMessage({ ReceiptHandle: handle });
        await save(event);
      }
    }),
    'lost',
  ],
  [
    'reports nothing of a partial batch',
    viaSqs(async (batch: Any) => {
      for (const { event } of listRecords(batch)) await save(event).catch(ignore);
      return { batchItemFailures: [] };
    }),
    'lost',
  ],
  [
    'ignores the result of Promise.allSettled behind a queue',
    viaSqs(async (batch: Any) => void (await Promise.allSettled(listRecords(batch).map(({ event }) => save(event))))),
    'lost',
  ],
  [
    'reports only the last failed record',
    viaSqs(async (batch: Any) => {
      let batchItemFailures: object[] = [];
      for (const { id, event } of listRecords(batch)) {
        await save(event).catch(() => {
          batchItemFailures = [{ itemIdentifier: id }];
        });
      }
      return { batchItemFailures };
    }),
    'lost',
  ],
  [
    'swallows the failure of one write for the whole batch',
    viaSqs(async (batch: Any) => {
      const read = listRecords(batch).flatMap(({ event }) => readTitle(event) ?? []);
      if (read.length > 0) await services.batch(read.map(({ id, row }) => [id, row] as const)).catch(ignore);
    }),
    'lost',
  ],
  [
    'goes on after a failed record of a stream',
    viaKinesis(async ({ Records }: Any) => {
      for (const { kinesis } of Records) await save(decoded(kinesis.data)).catch(ignore);
    }),
    'lost',
  ],
  [
    'swallows an error behind a topic',
    viaSns(async ({ Records }: Any) => {
      for (const { Sns } of Records) await save(JSON.parse(Sns.Message)).catch(ignore);
    }),
    'lost',
  ],
];
