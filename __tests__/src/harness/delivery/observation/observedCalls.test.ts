import { randomUUID } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import type { DeliveryOptions } from '../../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../../helpers/rejection.ts';
import { contracts } from '../correct.ts';
import { listRecords, readTitle } from '../outageWorld.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const rows = new Map<string, Any>();
const originals = {
  async get(id: string): Promise<Any> {
    return rows.get(id);
  },
  async put(id: string, row: Any): Promise<void> {
    rows.set(id, row);
  },
  async putLater(id: string, row: Any): Promise<void> {
    await later(3);
    rows.set(id, row);
  },
  async putAll(all: readonly (readonly [string, Any])[]): Promise<void> {
    for (const [id, row] of all) rows.set(id, row);
  },
  async pay(_id: string): Promise<void> {},
};
const table = { ...originals };

const options: DeliveryOptions = {
  reset: () => rows.clear(),
  downstream: ({ watch }) => {
    for (const [name, work] of Object.entries(originals)) (table as Any)[name] = watch(work, { once: name === 'pay' });
  },
  tolerates: ['duplicates', 'loss'],
};

const forCase = (work: (id: string, event: Any) => Promise<unknown>) => async (event: Any) => {
  const read = readTitle(event);
  if (read !== undefined) await work(read.id, event);
};

async function violationOf(handler: Handler, more: Partial<DeliveryOptions> = {}): Promise<DeliveryViolation> {
  const failure = await rejection(verifyDelivery(contracts, handler, { ...options, ...more }));
  if (!(failure instanceof DeliveryViolation)) throw failure;
  return failure;
}

describe('without observe, the watched calls are compared', () => {
  test('and a handler that repeats its writes passes', async () => {
    await verifyDelivery(
      contracts,
      forCase((id, event) => table.put(id, event.detail)),
      options,
    );
    expect(warnings).toEqual([]);
  });

  test('and what differs each time, such as a clock or a random id, does not count', async () => {
    const handler = forCase((id, { detail }) =>
      table.put(id, { at: Date.now(), token: randomUUID(), keys: { [detail.eventType]: performance.now() } }),
    );
    await verifyDelivery(contracts, handler, options);
    await verifyDelivery(
      contracts,
      viaSqs(async (batch: Any) => {
        for (const { event } of listRecords(batch)) await handler(event);
      }),
      options,
    );
  });

  test('and a count that an event raises twice is found, with both calls', async () => {
    const { message, promise, history } = await violationOf(
      forCase(async (id) => table.put(id, ((await table.get(id)) ?? 0) + 1)),
    );
    expect(promise).toBe('is idempotent');
    expect(history).toHaveLength(1);
    expect(message).toMatch(
      /^ {2}1\. get\("[-\w]+"\)\n {2}1\. put\("[-\w]+", 1\)\n {2}2\. get\("[-\w]+"\)\n {2}2\. put\("[-\w]+", 2\)$/m,
    );
    expect(message).toMatch(/What differs\n {2}the watched calls: nothing expected, put\("[-\w]+", 2\) received\n/);
  });

  test('and a payment that is made twice is found', async () => {
    const { message, promise } = await violationOf(forCase((id) => table.pay(id)));
    expect(promise).toBe('does once what must happen once');
    expect(message.split('\n')[0]).toBe('refunds: pay takes effect twice for one event, although it is marked once.');
  });

  test('and a function that writes a whole batch in one call passes', async () => {
    const handler = viaSqs(async (batch: Any) => {
      const all = listRecords(batch).flatMap(({ event }) => readTitle(event) ?? []);
      if (all.length > 0) await table.putAll(all.map(({ id, row }) => [id, row] as const));
    });
    await verifyDelivery(contracts, handler, options);
  });

  test('and a function that leaves out records of a batch fails', async () => {
    const handler = viaSqs(async (batch: Any) => {
      const [first] = listRecords(batch);
      const read = first && readTitle(first.event);
      if (read !== undefined) await table.put(read.id, read.row);
    });
    const { promise, message } = await violationOf(handler);
    expect(promise).toBe('takes batches as it takes single records');
    expect(message).toMatch(/the watched calls: put\(.*\) expected, nothing received/);
  });

  test('and a handler that answers before its call has finished fails', async () => {
    const { message, promise } = await violationOf(
      forCase(async (id) => {
        void table.putLater(id, 1);
      }),
    );
    expect(promise).toBe('has done its work when it answers');
    expect(message).toMatch(/^ {2}1\. putLater\("[-\w]+", 1\)/m);
  });

  test('and a reset that leaves something behind is named', async () => {
    let calls = 0;
    const counting = forCase((id) => table.put(id, calls++ === 0));
    expect((await rejection(verifyDelivery(contracts, counting, options))).message).toMatch(
      /^options\.reset leaves something behind: after a reset, the same events have another outcome \(the watched calls include put\(.*, true\) only the first time\)/,
    );
  });

  test('and the order of events decides nothing: only observe shows it', async () => {
    const newest = forCase((id, event) => table.put(id, event.detail));
    await verifyDelivery(contracts, newest, { ...options, tolerates: ['reordering'] });
    const { promise } = await violationOf(newest, { tolerates: ['reordering'], observe: () => [...rows] });
    expect(promise).toBe('does not depend on the order');
  });

  test('and two batches in flight pay only once', async () => {
    const paying = forCase(async (id) => {
      if ((await table.get(`paid ${id}`)) === undefined) {
        await table.put(`paid ${id}`, true);
        await table.pay(id);
      }
    });
    const { promise } = await violationOf(paying, { tolerates: [], concurrency: 2 });
    expect(promise).toBe('does once what must happen once');
  });
});
