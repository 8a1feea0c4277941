import timers, { setTimeout as later } from 'node:timers';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { HandlerFailure } from '../../../../src/harness/checks/checks.ts';
import { type Handler, runHandler } from '../../../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';

const late = new UnhandledErrorTracker();
beforeAll(() => late.start());
afterAll(() => late.stop());

function run(handler: Handler, timeout: number = 1000): Promise<HandlerFailure | undefined> {
  const event = { detail: { list: [1] } };
  return runHandler({
    requestId: 'r-1',
    handler,
    event,
    rebuild: () => ({ detail: { list: [1] } }),
    domain: exampleDomain,
    timeout,
    errorTracker: late,
    subject: 'this event',
  });
}

describe('runHandler passes', () => {
  test.each<[string, Handler]>([
    ['a handler that returns nothing', () => undefined],
    ['a handler that resolves', async () => ({ statusCode: 200 })],
    [
      'a handler that answers by callback',
      (_event: never, _context: never, callback: (e: unknown, r?: unknown) => void) => callback(null, 1),
    ],
    [
      'a handler that calls back later',
      (_event: never, _context: never, callback: (e: null) => void) => void later(() => callback(null), 5),
    ],
    [
      'a handler that uses context.succeed',
      (_event: never, context: { succeed(r: unknown): void }, _callback: never) => context.succeed('done'),
    ],
    [
      'a handler that reads the context',
      (_event: never, context: { getRemainingTimeInMillis(): number }) =>
        expect(context.getRemainingTimeInMillis()).toBeGreaterThan(0),
    ],
    ['a handler that returns a function, which JSON omits', () => () => 1],
  ])('%s', async (_, handler) => {
    expect(await run(handler)).toBeUndefined();
  });
});

describe('runHandler reports how a handler failed', () => {
  const error = new Error('no');
  test.each<[string, Handler, HandlerFailure]>([
    [
      'it threw',
      () => {
        throw error;
      },
      { kind: 'threw', error },
    ],
    [
      'it rejected',
      async () => {
        throw error;
      },
      { kind: 'threw', error },
    ],
    [
      'it threw a value that is not an Error',
      () => {
        throw 'just text';
      },
      { kind: 'threw', error: 'just text' },
    ],
    [
      'it called back with an error',
      (_e: never, _c: never, callback: (e: unknown) => void) => callback(error),
      { kind: 'threw', error },
    ],
    [
      'it called context.fail',
      (_e: never, context: { fail(e: unknown): void }, _callback: never) => context.fail(error),
      { kind: 'threw', error },
    ],
    [
      'a promise that it did not await rejected',
      () => void Promise.reject(error),
      { kind: 'late', error, rejected: true },
    ],
    [
      'it changed the event',
      (event: { detail: { list: number[] } }) => void event.detail.list.push(2),
      { kind: 'mutated' },
    ],
  ])('%s', async (_, handler, failure) => {
    expect(await run(handler)).toEqual(failure);
  });

  test('it never settles', async () => {
    expect(await run(() => new Promise(() => {}), 20)).toEqual({ kind: 'hung' });
  });

  test('it opens something that keeps the event loop busy, and Lambda waits for it', async () => {
    let interval: NodeJS.Timeout | undefined;
    const opens: Handler = () => {
      interval = setInterval(() => undefined, 5);
    };
    expect(await run(opens, 40)).toEqual({ kind: 'hung', open: ['Timeout'] });
    clearInterval(interval);
  });

  test('its answer is larger than the limit of Lambda, in bytes of JSON', async () => {
    const largest = 6_291_556;
    expect(await run(async () => 'x'.repeat(largest - 2))).toBeUndefined();
    expect(await run(async () => 'x'.repeat(largest - 1))).toEqual({ kind: 'tooLarge', bytes: largest + 1 });
    expect(await run(async () => '€'.repeat(largest / 3))).toEqual({ kind: 'tooLarge', bytes: largest + 1 });
    expect(await run(async () => 'é'.repeat((largest - 2) / 2))).toBeUndefined();
  });

  test('its answer cannot be written as JSON', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(await run(async () => circular)).toMatchObject({
      kind: 'unserialisable',
      error: { message: expect.stringContaining('circular') },
    });
    expect(await run(async () => ({ count: 1n }))).toMatchObject({
      kind: 'unserialisable',
      error: { message: expect.stringContaining('BigInt') },
    });
  });

  test('it is still timed if node:timers itself is faked, as by node:test', async () => {
    const faked = (['setTimeout', 'setImmediate'] as const).map((name) =>
      jest.spyOn(timers, name).mockImplementation((() => ({})) as never),
    );
    try {
      expect(await run(() => new Promise(() => {}), 30)).toEqual({ kind: 'hung' });
    } finally {
      for (const spy of faked) spy.mockRestore();
    }
  });

  test('it is still timed under fake timers', async () => {
    jest.useFakeTimers();
    try {
      expect(await run(() => new Promise(() => {}), 20)).toEqual({ kind: 'hung' });
      expect(await run(async () => 'ok')).toBeUndefined();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a rejection long after the handler returned', () => {
  test('is traced to the call that caused it', async () => {
    const error = new Error('later');
    let first = true;
    const handler = async (): Promise<void> => {
      if (!first) return;
      first = false;
      void new Promise((_resolve, reject) => later(() => reject(error), 10));
    };
    expect(await run(handler)).toBeUndefined();
    await new Promise((resolve) => later(resolve, 30));
    expect(late.overdue).toMatchObject({ late: { error }, done: true, subject: 'this event' });
  });

  test('belongs to the call itself if the handler returned no promise: Lambda waits for its event loop', async () => {
    const error = new Error('soon');
    expect(await run(() => void new Promise((_resolve, reject) => later(() => reject(error), 10)))).toEqual({
      kind: 'late',
      error,
      rejected: true,
    });
  });
});

test('a thrown value is described without running any of its code', async () => {
  const traps = () => {
    throw new Error('a trap');
  };
  const thrown = new Proxy({}, { getPrototypeOf: traps, get: traps, has: traps });
  const failure = await run(() => {
    throw thrown;
  });
  expect(failure?.kind).toBe('threw');
  expect(failure?.error === thrown).toBe(true);
});
