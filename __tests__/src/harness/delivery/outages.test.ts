import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts } from './correct.ts';
import { outageCorrect } from './outageCorrect.ts';
import { outageFaulty } from './outageFaulty.ts';
import { listRecords, outageWorld, save } from './outageWorld.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

async function violationOf(handler: Handler, options: DeliveryOptions): Promise<DeliveryViolation> {
  const failure = await rejection(verifyDelivery(contracts, handler, options));
  if (!(failure instanceof DeliveryViolation)) throw failure;
  return failure;
}

const promises = {
  lost: 'loses nothing in silence',
  once: 'does once what must happen once',
  other: 'copes with an outage',
} as const;

test.each(outageFaulty)(
  'a handler that %s fails in an outage, with the shortest delivery and the call that failed',
  async (_, handler, broken) => {
    const { message, promise, history, faults } = await violationOf(handler, outageWorld);
    expect(promise).toBe(promises[broken]);
    expect(history.length).toBeLessThanOrEqual(3);
    expect(faults.map(({ kind }) => kind)).toEqual(['outage']);
    expect(message).toMatch(/^The watched calls, in this order$/m);
    expect(message.match(/: failed (before|after) it had its effect \(\w+: .+\) ← the outage$/gm)).not.toBeNull();
    expect(message.split('\n').length).toBeLessThanOrEqual(35);
  },
);

test.each<[string, (ids: readonly string[], failed: number) => readonly string[]]>([
  ['only the first record that fails, and stops there', (ids, failed) => [ids[failed] as string]],
  ['the record beside the one that fails', (ids, failed) => [ids[failed === 0 ? ids.length - 1 : 0] as string]],
])('a report names a function that reports %s', async (_, choose) => {
  const handler = viaSqs(
    async (batch: Any) => {
      const records = listRecords(batch);
      const ids = records.map(({ id }) => id);
      for (const [place, { event }] of records.entries()) {
        try {
          await save(event);
        } catch {
          return { batchItemFailures: choose(ids, place).map((itemIdentifier) => ({ itemIdentifier })) };
        }
      }
      return { batchItemFailures: [] };
    },
    { batchSize: 5 },
  );
  expect((await violationOf(handler, outageWorld)).message).toMatch(
    /^refunds: the function reports some records of its batch, but not all that it has left undone: the others do not come again, and their effect is missing\.$/m,
  );
});

const correct = outageCorrect.map(([name, handler]) => [name, handler] as const);

test.each(correct)('a handler that %s passes in an outage', async (_, handler) => {
  await verifyDelivery(contracts, handler, { ...outageWorld, runs: 50 });
});

/** What breaks them is no outage: a mail for each copy, an outbox without the older change. */
const needing = ['sends its mail last', 'writes the row and its outbox in one transaction'];
const copes = ([name]: readonly [string, ...unknown[]]): boolean => !needing.includes(name);

test.each(correct.filter(copes))('a handler that %s passes in an outage beside other faults', async (_, handler) => {
  const tolerates = ['duplicates', 'reordering', 'outage'] as const;
  await verifyDelivery(contracts, handler, { ...outageWorld, tolerates, runs: 15 });
});

const { observe: _, ...withoutObserve } = outageWorld;
const seenByCalls = outageCorrect.flatMap(([name, handler, needsObserve]) =>
  needsObserve === undefined ? [[name, handler] as const] : [],
);

test.each(seenByCalls)('a handler that %s also passes by what it calls', async (_, handler) => {
  await verifyDelivery(contracts, handler, { ...withoutObserve, runs: 50 });
});

test.each(seenByCalls.filter(copes))(
  'a handler that %s also passes by what it calls under other faults',
  async (_, handler) => {
    const tolerates = ['duplicates', 'reordering', 'loss', 'outage'] as const;
    await verifyDelivery(contracts, handler, { ...withoutObserve, tolerates, runs: 15 });
  },
);

/** What only `observe` shows: a count, or a write that is undone. */
const hidden = [
  'counts before it saves',
  'repeats a count in its own retry',
  'undoes its write if it cannot publish, and answers',
];

test.each(outageFaulty.filter(([name]) => !hidden.includes(name)))(
  'a handler that %s also fails by what it calls',
  async (_, handler, broken) => {
    const { promise, history } = await violationOf(handler, withoutObserve);
    expect(promise).toBe(promises[broken]);
    expect(history.length).toBeLessThanOrEqual(3);
  },
);
