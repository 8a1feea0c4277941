import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts, take, world } from './correct.ts';

inEmptyDirectories();

async function messageWith(interleave: unknown): Promise<string> {
  const options = { ...world, runs: 1, concurrency: 2, interleave, timeout: 30 } as DeliveryOptions;
  return (await rejection(verifyDelivery(contracts, take, options))).message;
}

describe('options.interleave', () => {
  test('counts as hung after the time limit', async () => {
    expect(await messageWith(() => new Promise(() => {}))).toBe(
      'refunds: options.interleave did not settle in 30 ms, before the first delivery. Let it settle, or raise options.timeout.',
    );
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no store'))],
    [
      'throws',
      () => {
        throw new Error('no store');
      },
    ],
  ])('is named if it %s', async (_, interleave) => {
    expect(await messageWith(interleave)).toBe(
      'refunds: options.interleave failed before the first delivery: Error: no store. See the cause.',
    );
  });

  test('is advised with its argument, which the function needs', async () => {
    expect(await messageWith(5)).toBe(
      'options.interleave is 5; allowed: a function that wraps functions of a store with its argument, as in (schedule) => { db.get = schedule(db.get); }. Write interleave: (schedule) => { … }, and wrap in it each function that the handler calls: it is called once, before the first delivery.',
    );
    expect(await messageWith(Promise.resolve())).toContain(
      'Write interleave: theFunction, without parentheses behind it, or interleave: (schedule) => … with the call in it.',
    );
  });

  test('keeps the words about a wrong argument of schedule', async () => {
    expect(await messageWith((schedule: (work: unknown) => unknown) => schedule(7))).toBe(
      'the argument of schedule is 7; allowed: an asynchronous function that the handler calls.',
    );
  });
});
