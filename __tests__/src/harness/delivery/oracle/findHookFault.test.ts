import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryOptions } from '../../../../../src/harness/delivery/deliveryOptions.ts';
import { findHookFault } from '../../../../../src/harness/delivery/oracle/findHookFault.ts';
import { verifyDelivery } from '../../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { viaSqs } from '../../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { contracts, reporting, take, world } from '../correct.ts';
import { ownWorld, rows } from '../faulty.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

const { reset, observe } = world;
const correct: Handler = async (event: Any) => take(event);
const slow: Handler = async (event: Any) => {
  await sleep(1);
  take(event);
};

function messageOf(options: Partial<DeliveryOptions>, handler: Handler = correct): Promise<string> {
  return verifyDelivery(contracts, handler, { ...world, runs: 30, ...options }).then(
    () => 'the handler passed',
    (error: Error) => error.message,
  );
}

const stillWorks = (hook: 'reset' | 'observe'): string =>
  `options.${hook} still works after it has returned: let it await (or return) all that it starts.`;

const later = async (milliseconds: number, work: () => unknown): Promise<void> => {
  await sleep(milliseconds);
  work();
};

describe('a reset without its await is reported as its own fault', () => {
  test.each([1, 2, 5, 10, 15, 20, 30, 50, 300])('for any duration: %d ms', async (milliseconds) => {
    expect(await messageOf({ reset: () => void later(milliseconds, reset) })).toBe(stillWorks('reset'));
  });

  test.each<[string, Partial<DeliveryOptions>, Handler]>([
    // Long enough that a busy machine plays the delivery first.
    ['even if it returns a promise', { reset: async () => void later(300, reset) }, slow],
    ['with one step after the other', { reset: () => void later(5, () => later(5, reset)) }, correct],
    ['in a timer that keeps no process running', { reset: () => void setTimeout(reset, 30).unref() }, correct],
    ['behind a queue', { reset: () => void later(10, reset) }, viaSqs(reporting(take), { batchSize: 5 })],
  ])('%s', async (_, options, handler) => {
    expect(await messageOf({ ...options, runs: 5 }, handler)).toBe(stillWorks('reset'));
  });

  test('if observe is slow enough to miss it, and the events are not', async () => {
    let working: Promise<void> | undefined;
    const forgetting = (): void => {
      working = later(5, reset);
    };
    const seen = async (): Promise<unknown> => {
      await working;
      return observe();
    };
    const handler = async (event: Any): Promise<void> => {
      take(event);
      await working;
    };
    expect(await messageOf({ reset: forgetting, observe: seen }, handler)).toBe(stillWorks('reset'));
  });

  test('if it makes the handler throw', async () => {
    const tables = new Map<string, Map<string, unknown>>();
    const recreated = (): void => {
      tables.clear();
      void later(5, () => tables.set('cases', new Map()));
    };
    const inserting = async (event: Any): Promise<void> => {
      const cases = tables.get('cases');
      if (cases === undefined) throw new Error('no such table: cases');
      cases.set(event.id, event.detail.eventType);
    };
    const seen = (): unknown => [...tables].map(([name, of]) => [name, [...of].sort()]);
    expect(await messageOf({ reset: recreated, observe: seen }, inserting)).toBe(stillWorks('reset'));
  });
});

test('a reset without its await is found, although its work mostly ends in time, as on a busy machine', async () => {
  let state: string[] = [];
  let calls = 0;
  const clear = (): void => {
    state = [];
  };
  const fault = await findHookFault({
    reset: async () => (++calls === 7 ? void later(1, clear) : clear()),
    observe: async () => [...state],
    play: async () => {
      state.push('an event');
      return { calls: [] };
    },
    errorTracker: new UnhandledErrorTracker(),
    before: [],
    unsteady: () => 'observe differs',
  });
  expect(fault).toBe(stillWorks('reset'));
  expect(calls).toBe(7);
});

describe('an observe without its await is reported as its own fault', () => {
  test.each([2, 5, 10, 50])('if it returns its previous result, for %d ms', async (milliseconds) => {
    let seen: unknown = [];
    const stale = async (): Promise<unknown> => {
      void later(milliseconds, () => {
        seen = observe();
      });
      return seen;
    };
    expect(await messageOf({ observe: stale })).toBe(stillWorks('observe'));
  });

  test('if it starts writes that it sees itself', async () => {
    let looks = 0;
    const writing = (): unknown => {
      void later(10, () => looks++);
      return [looks, observe()];
    };
    expect(await messageOf({ observe: writing })).toBe(stillWorks('observe'));
  });
});

test.each<[string, () => unknown]>([
  ['milliseconds', () => Date.now()],
  ['an instant', () => new Date().toISOString()],
  ['a high resolution', () => performance.now()],
])('a clock in observe is reported as a clock: %s', async (_, clock) => {
  expect(await messageOf({ observe: () => ({ at: clock(), cases: observe() }) })).toMatch(
    /^options\.observe returns something else for the same events in the same order: observe\(\)\.at is .+, and then .+\. Leave out values that differ in each run \(clocks, random ids\)/,
  );
});

test('a clock in observe that stands still for long is reported as one of two possible faults', async () => {
  let looks = 0;
  const clock = (): number => 1_700_000_000 + Math.floor(++looks / 60);
  expect(await messageOf({ observe: () => ({ at: clock(), cases: observe() }) })).toMatch(
    /^options\.reset leaves something behind .* another outcome \(observe\(\)\.at is 1700000000, and then 1700000001\)\. .* If it is a clock, leave it out of options\.observe\.$/,
  );
});

describe('the handler is still blamed for its own faults', () => {
  const goesOn = 'refunds: the handler still works after it has answered: let it await all that it starts.';
  const forgetful: Handler = async (event: Any) => void later(5, () => rows.set(event.id, true));

  test.each<[string, Partial<DeliveryOptions>]>([
    ['beside hooks with await', ownWorld],
    [
      'beside a pool that the hooks keep open',
      {
        reset: async () => {
          await sleep(1);
          ownWorld.reset();
          setTimeout(() => undefined, 10_000).unref();
        },
        observe: async () => {
          await sleep(1);
          setTimeout(() => undefined, 10_000).unref();
          return ownWorld.observe();
        },
      },
    ],
    [
      'beside work of the hooks without effect',
      {
        reset: () => {
          void later(5, () => undefined);
          ownWorld.reset();
        },
        observe: () => {
          void later(5, () => undefined);
          return ownWorld.observe();
        },
      },
    ],
  ])('%s', async (_, options) => {
    expect((await messageOf({ ...options, runs: 10 }, forgetful)).split('\n')[0]).toBe(goesOn);
  });
});

describe('a handler whose own state survives reset causes an error that says so', () => {
  test.each([9, 12, 16, 21, 24, 30, 40, 60, 200])('if it falls silent after %d events', async (most) => {
    let events = 0;
    const dying = async (event: Any): Promise<void> => {
      if (events++ < most) take(event);
    };
    expect(await messageOf({ runs: 100 }, dying)).toMatch(
      /^options\.reset leaves something behind that options\.observe does not show: after a reset, the same events have another outcome \(.+\)\. Let reset undo all that the handler keeps, such as the ids of the events that it has seen\./,
    );
  });
});
