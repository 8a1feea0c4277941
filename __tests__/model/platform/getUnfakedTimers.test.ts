import timers from 'node:timers';
import type { Timers } from '../../../model/platform/getUnfakedTimers.ts';

const { setTimeout: later } = timers;

/** The timers of a module that loads now. */
async function loaded(): Promise<Timers> {
  let found: Timers | undefined;
  await jest.isolateModulesAsync(async () => {
    const { getUnfakedTimers } = await import('../../../model/platform/getUnfakedTimers.ts');
    found = getUnfakedTimers();
  });
  return found as Timers;
}

test("Node's own timers stay as they are", async () => {
  const { setTimeout, setImmediate, clearTimeout } = await loaded();
  expect([setTimeout, setImmediate, clearTimeout]).toEqual([
    timers.setTimeout,
    timers.setImmediate,
    timers.clearTimeout,
  ]);
});

describe.each(['setTimeout', 'setImmediate'] as const)('if %s is a fake before we load', (name) => {
  let fake: jest.SpyInstance;
  beforeEach(() => {
    fake = jest.spyOn(timers, name).mockImplementation((() => ({})) as never);
  });
  afterEach(() => fake.mockRestore());

  test('turns come in order, each after the promises before it', async () => {
    const { setImmediate } = await loaded();
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      setImmediate(() => seen.push('first'));
      setImmediate(() => {
        seen.push('second');
        void Promise.resolve().then(() => seen.push('promised'));
        setImmediate(() => resolve());
      });
      void Promise.resolve().then(() => seen.push('at once'));
    });
    expect(seen).toEqual(['at once', 'first', 'second', 'promised']);
  });

  test("Node's own turns still come, for any number of waiting ones", async () => {
    await loaded();
    fake.mockRestore();
    for (let many = 1; many < 10; many++) {
      await Promise.all(Array.from({ length: many }, () => new Promise((resolve) => timers.setImmediate(resolve))));
    }
  });

  test('time passes, and a cleared timer does not fire', async () => {
    const { setTimeout, clearTimeout } = await loaded();
    const seen: string[] = [];
    const cleared = setTimeout(() => seen.push('cleared'), 1);
    clearTimeout(cleared);
    clearTimeout(cleared);
    clearTimeout(undefined);
    const began = process.uptime();
    let done: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      done = setTimeout(resolve, 30);
    });
    clearTimeout(done);
    expect((process.uptime() - began) * 1000).toBeGreaterThan(25);
    await new Promise((resolve) => later(resolve, 5));
    expect(seen).toEqual([]);
  });
});
