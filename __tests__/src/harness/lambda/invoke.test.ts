import { execFile } from 'node:child_process';
import { lookup } from 'node:dns';
import { readFile } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import timers from 'node:timers';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { realProcess } from '../../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../../../../src/harness/checks/checks.ts';
import type { Answered } from '../../../../src/harness/lambda/firstAnswer.ts';
import { invoke, type Lambda } from '../../../../src/harness/lambda/invoke.ts';
import {
  type LambdaRuntime,
  lambdaRuntime,
  resolveLambdaRuntime,
} from '../../../../src/harness/lambda/lambdaRuntime.ts';
import { PendingWork } from '../../../../src/harness/lambda/pendingWork.ts';
import { type Handler, runHandler } from '../../../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';

type Any = ReturnType<typeof JSON.parse>;

const error = new Error('no');
const soon = (run: () => unknown): unknown => timers.setTimeout(run, 5);

let late: UnhandledErrorTracker;
beforeEach(() => {
  late = new UnhandledErrorTracker();
  late.start();
});
afterEach(() => late.stop());

interface Verdict {
  readonly failure: HandlerFailure | undefined;
  readonly answer: unknown;
}

async function verdict(handler: Handler, timeout: number = 1000): Promise<Verdict> {
  let answer: unknown;
  const failure = await runHandler({
    requestId: 'r-1',
    handler,
    event: {},
    rebuild: () => ({}),
    domain: exampleDomain,
    timeout,
    errorTracker: late,
    subject: 'this event',
    answered: (result) => {
      answer = result ?? null;
    },
  });
  return { failure, answer };
}

const threw = { failure: { kind: 'threw', error }, answer: undefined } as const;
const answers = (answer: unknown): Verdict => ({ failure: undefined, answer });

/** A tracing layer, a middleware: handlers whose arity says nothing. */
const wrapped =
  (handler: (...parameters: Any[]) => unknown) =>
  (...parameters: Any[]): unknown =>
    handler(...parameters);

describe("a function gets the verdict of Lambda's runtime", () => {
  const handlers: readonly (readonly [string, Handler, Verdict])[] = [
    ['gives its callback an error', (_e: Any, _c: Any, back: Any) => back(error), threw],
    ['gives its callback an error later', (_e: Any, _c: Any, back: Any) => void soon(() => back(error)), threw],
    [
      'gives its callback an error after it returned a value',
      wrapped((_e, _c, back) => {
        soon(() => back(error));
        return 'well';
      }),
      threw,
    ],
    [
      'gives it later, within a wrapper that takes whatever comes',
      wrapped((_e, _c, back) => void soon(() => back(error))),
      threw,
    ],
    [
      'gives it later, and has default parameters',
      (_e: Any, _c: Any = {}, back: Any = () => undefined) => void soon(() => back(error)),
      threw,
    ],
    [
      'gives it after a chain of promises',
      (_e: Any, _c: Any, back: Any) => void chain().then(() => back(error)),
      threw,
    ],
    ['calls context.fail', (_e: Any, context: Any) => context.fail(error), threw],
    ['calls context.fail later', (_e: Any, context: Any) => void soon(() => context.fail(error)), threw],
    ['calls context.done with an error', (_e: Any, context: Any) => context.done(error), threw],
    ['calls context.done', (_e: Any, context: Any) => context.done(null, 'done'), answers('done')],
    ['calls context.succeed later', (_e: Any, { succeed }: Any) => void soon(() => succeed('done')), answers('done')],
    ['calls back with an answer', (_e: Any, _c: Any, back: Any) => back(null, 'done'), answers('done')],
    ['calls back later', wrapped((_e, _c, back) => void soon(() => back(null, 'done'))), answers('done')],
    ['never calls back', (_e: Any, _c: Any, _back: Any) => undefined, answers(null)],
    ['never calls back, and takes what comes', wrapped(() => undefined), answers(null)],
    [
      'calls back twice, at last with an error',
      (_e: Any, _c: Any, back: Any) => {
        back(null, 'first');
        back(error);
      },
      answers('first'),
    ],
    [
      'calls back twice, at first with an error',
      (_e: Any, _c: Any, back: Any) => {
        back(error);
        back(null, 'second');
      },
      threw,
    ],
    ['returns a value, and no promise of it', () => ({ ignored: 10n }), answers(null)],
    [
      'throws after it has called back',
      (_e: Any, _c: Any, back: Any) => {
        back(null, 'done');
        throw error;
      },
      answers('done'),
    ],
    [
      'throws in a timer after it has called back',
      (_e: Any, _c: Any, back: Any) => {
        soon(() => {
          throw error;
        });
        back(null, 'done');
      },
      { failure: { kind: 'late', error, rejected: false }, answer: undefined },
    ],
    [
      'calls back with an error though it is async',
      async (_e: Any, _c: Any, back: Any) => {
        back(error);
        return 'done';
      },
      threw,
    ],
    [
      'calls back with an error when its promise is kept already',
      async (_e: Any, _c: Any, back: Any) => {
        soon(() => back(error));
        return 'done';
      },
      answers('done'),
    ],
    [
      'answers by the callback what its promise does not',
      async (_e: Any, _c: Any, back: Any) => back(null, 'by callback'),
      answers('by callback'),
    ],
    [
      'rejects with nothing',
      () => Promise.reject(),
      { failure: { kind: 'threw', error: undefined }, answer: undefined },
    ],
    [
      'keeps a timer going, which Lambda need not wait for',
      (_e: Any, context: Any, back: Any) => {
        context.callbackWaitsForEmptyEventLoop = false;
        timers.setTimeout(() => undefined, 3000).unref();
        const interval = setInterval(() => undefined, 1000);
        soon(() => clearInterval(interval));
        back(null, 'done');
      },
      answers('done'),
    ],
    [
      'keeps a timer going that does not keep its event loop going',
      () => void timers.setTimeout(() => undefined, 3000).unref(),
      answers(null),
    ],
  ];

  // Without a callback among its parameters it may be one of Node.js 24, which answers with its return value.
  const byValue = ['gives its callback an error after it returned a value', 'returns a value, and no promise of it'];
  const here = handlers.filter(([what]) => lambdaRuntime.takesCallbacks || !byValue.includes(what));

  test.each(here)('that %s', async (_, handler, expected) => {
    expect(await verdict(handler)).toEqual(expected);
  });

  test('that calls context.fail with nothing', async () => {
    expect(await verdict((_e: Any, context: Any) => context.fail())).toEqual({
      failure: { kind: 'threw', error: new Error('context.fail was called') },
      answer: undefined,
    });
  });

  test('that called back, and keeps its event loop busy', async () => {
    let interval: NodeJS.Timeout | undefined;
    const handler: Handler = (_e: Any, _c: Any, back: Any) => {
      interval = setInterval(() => undefined, 5);
      back(null, 'done');
    };
    expect(await verdict(handler, 50)).toEqual({ failure: { kind: 'hung', open: ['Timeout'] }, answer: undefined });
    clearInterval(interval);
  });
});

async function chain(): Promise<void> {
  for (let link = 0; link < 5; link++) await null;
}

describe('a call of a function without a promise lasts', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => void soon(() => socket.end('x'))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => void server.close());

  const ways: readonly (readonly [string, (then: () => void) => unknown])[] = [
    ['a timer of many turns', (then) => timers.setTimeout(then, 60)],
    ['a file', (then) => readFile(__filename, then)],
    ['a name', (then) => lookup('localhost', then)],
    ['another process', (then) => execFile(process.execPath, ['-e', '0'], then)],
    [
      'a connection',
      (then) =>
        connect((server.address() as Any).port, '127.0.0.1')
          .resume()
          .on('close', then),
    ],
    ['a microtask', (then) => queueMicrotask(() => queueMicrotask(then))],
  ];

  test.each(ways)('while it waits for %s', async (_, way) => {
    // The wait is not the grace for a function's first answer.
    const handler: Handler = (event: Any, _c: Any, back: Any) =>
      event.first ? undefined : void way(() => back(error));
    await runHandler({
      requestId: 'r-1',
      handler,
      event: { first: true },
      rebuild: () => ({ first: true }),
      domain: exampleDomain,
      timeout: 1000,
      errorTracker: late,
    });
    expect(await verdict(handler, 5000)).toEqual(threw);
  });
});

describe('a function that answers through a resource beyond its calls, such as a pool', () => {
  const queue: (() => void)[] = [];
  let pool: NodeJS.Timeout;
  beforeAll(() => {
    pool = setInterval(() => queue.shift()?.(), 3);
  });
  afterAll(() => clearInterval(pool));

  test('is waited for from its first call on', async () => {
    const handler: Handler = (_e: Any, _c: Any, back: Any) => void queue.push(() => back(error));
    for (let call = 0; call < 3; call++) expect(await verdict(handler)).toEqual(threw);
  });

  test('still fails if its error comes after silence counted as an answer', async () => {
    let back: Any;
    const handler: Handler = (_e: Any, _c: Any, callback: Any) => {
      back = callback;
    };
    expect(await verdict(handler)).toEqual(answers(null));
    back(error);
    expect(late.overdue).toMatchObject({ late: { error }, subject: 'this event' });
  });
});

/** How a function answers an event by itself, outside any run. */
function answered(lambda: Lambda, runtime: LambdaRuntime): Promise<Answered> {
  return invoke(lambda, {}, (ways) => ways, undefined, runtime);
}

describe('from Node.js 24 on', () => {
  const runtime = resolveLambdaRuntime('24.1.0');
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    Reflect.deleteProperty(realProcess, Symbol.for('connect-cases-contracts: callback handlers'));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      warnings.push(String(text));
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  test('the return value of a function is its answer, with and without a promise', async () => {
    expect(await answered(() => 'done', runtime)).toEqual({ result: 'done' });
    expect(await answered(async () => 'done', runtime)).toEqual({ result: 'done' });
    expect(await answered(() => 'done', resolveLambdaRuntime('22.20.0'))).toEqual({ ignored: 'done' });
    expect(warnings).toEqual([]);
  });

  test('the return value of a function with a callback is still not its answer', async () => {
    const handler: Handler = (_e: Any, _c: Any, back: Any) => {
      soon(() => back(null, 'done'));
      return 'a request';
    };
    expect(await answered(handler, runtime)).toEqual({ result: 'done' });
  });

  test('an error in the callback after a return value counts', async () => {
    const call = { owner: late, late: undefined, began: 0, done: true, subject: 'this event', waits: false };
    const handler = wrapped((_e, _c, back) => {
      soon(() => back(error));
      return 'done';
    });
    expect(await invoke(handler, {}, (ways) => ways, { ...call, work: new PendingWork() }, runtime)).toEqual({
      result: 'done',
    });
    await new Promise((resolve) => timers.setTimeout(resolve, 15));
    expect(late.overdue).toMatchObject({ late: { error }, subject: 'this event' });
  });

  test('a function with a callback gets a warning that Lambda refuses it, once in a process', async () => {
    for (let call = 0; call < 2; call++) {
      expect(await answered((_e: Any, _c: Any, back: Any) => back(null, 1), runtime)).toEqual({
        result: 1,
      });
    }
    expect(warnings).toEqual([
      expect.stringMatching(/Lambda's runtimes from Node\.js 24 on refuse that.*Return a promise instead \(https:/),
    ]);
  });
});
