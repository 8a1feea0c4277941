import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts } from './correct.ts';
import { outageCorrect } from './outageCorrect.ts';
import { outageFaulty } from './outageFaulty.ts';
import { outageWorld } from './outageWorld.ts';

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
