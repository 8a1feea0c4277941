import type { KinesisStreamEvent, SQSEvent, SQSRecord } from 'aws-lambda';
import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { decoded, model, reporting, take } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

/** Handlers that violate a guarantee, with their own state. */
export interface Faulty {
  readonly name: string;
  readonly handler: Handler;
  readonly says: string;
  /** The most events of the shortest history. */
  readonly events: number;
}

export const rows = new Map<string, Any>();
export const count = { of: 0 };
export const ownWorld = {
  reset: () => {
    rows.clear();
    count.of = 0;
    model.reset();
  },
  observe: () => ({ rows: [...rows].sort(), count: count.of, model: model.observe() }),
};
export const caseIdOf = ({ detail }: Any): string => (detail.case ?? detail.relatedItem).caseId;
const isOurs = (event: Any): boolean => (event?.detail?.case ?? event?.detail?.relatedItem)?.caseId !== undefined;
const titleOf = ({ detail }: Any): string | null => detail.case?.fields?.title?.value?.stringValue ?? null;

/** Collects the ids of a case's events in any order, and none before the creation. */
function gather(event: Any): void {
  if (event.detail.case === undefined) return;
  const known = rows.get(caseIdOf(event));
  if (known === undefined && event.detail.eventType !== 'CASE.CREATED') throw new Error('no such case yet');
  rows.set(caseIdOf(event), [...new Set([...(known ?? []), event.id])].sort());
}

export const faulty: readonly Faulty[] = [
  {
    name: 'counts events',
    handler: () => void count.of++,
    says: 'the handler is not idempotent: an event that comes twice counts twice',
    events: 1,
  },
  {
    name: 'keeps what came last',
    handler: (event: Any) => {
      if (event.detail.case !== undefined) rows.set(caseIdOf(event), titleOf(event));
    },
    says: 'the outcome depends on the order in which events arrive',
    events: 2,
  },
  {
    name: 'deletes without a trace',
    handler: (event: Any) => {
      const { eventType, case: kase, approximateChangeTime: at } = event.detail;
      if (kase === undefined) return;
      if (eventType === 'CASE.DELETED') rows.delete(kase.caseId);
      else if (!(rows.get(kase.caseId)?.at >= at)) rows.set(kase.caseId, { at, title: titleOf(event) });
    },
    says: 'the handler resurrects a deleted case: an older event comes after the deletion',
    events: 2,
  },
  {
    name: 'marks what is deleted, and takes the mark away for what is older',
    handler: (event: Any) => {
      const { eventType, case: kase } = event.detail;
      if (kase !== undefined) rows.set(kase.caseId, { deleted: eventType === 'CASE.DELETED' });
    },
    says: 'the handler resurrects a deleted case: an older event comes after the deletion',
    events: 2,
  },
  {
    name: 'keeps a comment of a case that is marked as deleted, and none of one that is not',
    handler: (event: Any) => {
      const { eventType, case: kase, relatedItem: item } = event.detail;
      const row = rows.get(caseIdOf(event)) ?? { deleted: false, items: [] };
      if (eventType === 'CASE.DELETED') rows.set(kase.caseId, { ...row, deleted: true });
      if (item !== undefined && row.deleted) rows.set(item.caseId, { ...row, items: [item.relatedItemId] });
    },
    says: 'the handler is not idempotent: an older event that comes again, after the deletion, changes the outcome',
    events: 3,
  },
  {
    name: 'keeps the items of a case that it has deleted',
    handler: (event: Any) => {
      const { eventType, case: kase, relatedItem: item } = event.detail;
      if (eventType === 'CASE.DELETED') rows.delete(kase.caseId);
      if (item !== undefined) rows.set(item.caseId, 'has items');
    },
    says: 'the handler resurrects a deleted case: an older event comes after the deletion',
    events: 3,
  },
  {
    name: "orders by the envelope's time",
    handler: (event: Any) => {
      if (event.detail.case === undefined || rows.get(caseIdOf(event))?.time > event.time) return;
      rows.set(caseIdOf(event), { time: event.time, title: titleOf(event) });
    },
    says: "the outcome depends on the envelope's time, which does not order events",
    events: 2,
  },
  {
    name: 'needs the creation first',
    handler: (event: Any) => {
      const { eventType, case: kase } = event.detail;
      if (eventType === 'CASE.CREATED') rows.set(kase.caseId, 'created');
      else if (kase !== undefined && !rows.has(kase.caseId)) throw new Error(`no such case: ${kase.caseId}`);
    },
    says: 'the handler fails when events come out of order',
    events: 2,
  },
];

export const faultyBehindQueues: readonly (Faulty & { readonly tolerates?: DeliveryOptions['tolerates'] })[] = [
  {
    name: 'throws the whole batch for one record',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      for (const { body } of Records) take(JSON.parse(body));
    }),
    tolerates: ['poison'],
    says: 'one poisoned record blocks its batch, and an event is given up',
    events: 1,
  },
  {
    name: 'stops at the first record that fails, and reports only that one',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      for (const { messageId, body } of Records) {
        try {
          take(JSON.parse(body));
        } catch {
          return { batchItemFailures: [{ itemIdentifier: messageId }] };
        }
      }
      return undefined;
    }),
    tolerates: ['poison'],
    says: 'a record is lost, because of a poisoned record beside it',
    events: 1,
  },
  {
    name: 'stops at the first failure of a FIFO queue, and reports all that follow',
    handler: viaSqs(
      async ({ Records }: SQSEvent) => {
        for (const [place, { body }] of Records.entries()) {
          try {
            take(JSON.parse(body));
          } catch {
            return { batchItemFailures: Records.slice(place).map(({ messageId }) => ({ itemIdentifier: messageId })) };
          }
        }
        return undefined;
      },
      { fifo: true },
    ),
    tolerates: ['poison'],
    says: 'one poisoned record blocks its batch, and an event is given up',
    events: 1,
  },
  {
    name: 'goes back to the first failure of a data stream',
    handler: viaKinesis(async ({ Records }: KinesisStreamEvent) => {
      for (const { kinesis } of Records) {
        try {
          take(decoded(kinesis.data));
        } catch {
          return { batchItemFailures: [{ itemIdentifier: kinesis.sequenceNumber }] };
        }
      }
      return undefined;
    }),
    tolerates: ['poison'],
    says: 'one poisoned record blocks its batch, and an event is given up',
    events: 1,
  },
  {
    name: 'reports receipt handles',
    handler: viaSqs(async ({ Records }: SQSEvent) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'not json' || body === '').map(({ receiptHandle }) => ({
        itemIdentifier: receiptHandle,
      })),
    })),
    tolerates: ['poison'],
    says: 'the transport rejects the answer of the function',
    events: 1,
  },
  {
    name: 'reports a done record',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      for (const { body } of Records) if (isOurs(JSON.parse(body))) count.of++;
      const first = Records.find(({ attributes }) => attributes.ApproximateReceiveCount === '1');
      return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first.messageId }] };
    }),
    tolerates: [],
    says: 'a record that is done is reported as failed: it comes again, and that changes the outcome',
    events: 1,
  },
  {
    name: 'reports records that it has done, though it copes when they come again',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      for (const { body } of Records) take(JSON.parse(body));
      const first = Records.filter(({ attributes }) => attributes.ApproximateReceiveCount === '1');
      return { batchItemFailures: first.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }),
    tolerates: [],
    says: 'a record that is done is reported as failed: it comes again for nothing',
    events: 1,
  },
  {
    name: 'reports records that it has done, in batches only',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      for (const { body } of Records) take(JSON.parse(body));
      const [, ...others] = Records.filter(({ attributes }) => attributes.ApproximateReceiveCount === '1');
      return { batchItemFailures: others.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }),
    tolerates: [],
    says: 'a record that is done is reported as failed: it comes again for nothing',
    events: 2,
  },
  {
    name: 'reports every record when one fails',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      const { batchItemFailures } = await reporting(take)({ Records });
      const all = Records.map(({ messageId }) => ({ itemIdentifier: messageId }));
      return { batchItemFailures: batchItemFailures.length === 0 ? [] : all };
    }),
    tolerates: ['poison'],
    says: 'a record that is done is reported beside a poisoned one: it comes again until it is given up',
    events: 1,
  },
  {
    name: 'puts off what comes before the creation, and reports the first of these only',
    handler: viaSqs(async ({ Records }: SQSEvent) => {
      const { batchItemFailures } = await reporting(gather)({ Records });
      return { batchItemFailures: batchItemFailures.slice(0, 1) };
    }),
    says: 'a record that failed is left out of the answer for its batch: it counts as done, and is lost',
    events: 3,
  },
  {
    name: 'takes the first record of a batch only',
    handler: viaSqs(async ({ Records: [record] }: SQSEvent) => gather(JSON.parse((record as SQSRecord).body))),
    tolerates: [],
    says: 'a batch has another outcome than its records one by one',
    events: 2,
  },
  {
    name: 'reports everything, for ever',
    handler: viaSqs(async ({ Records }: SQSEvent) => ({
      batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
    })),
    tolerates: [],
    says: 'an event is given up, though nothing went wrong with its delivery',
    events: 1,
  },
];
