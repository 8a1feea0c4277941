import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import type { VerifyOptions } from '../../../../src/harness/run/runOptions.ts';
import { Suspects } from '../../../../src/harness/run/suspects.ts';
import { getPartPath } from '../../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';
import { runnersAside } from '../../pact/runnersAside.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const received = runnersAside();

const contracts = contractsFor('refunds', {
  ...ignoringAll,
  'CASE.CREATED': ['case.caseId'],
  'CASE.UPDATED': ['case.caseId', 'performedBy'],
});
const [created, updated] = contracts as unknown as [Contract, Contract];
const options: VerifyOptions = { ambiguities: 'off', runs: 20 };

async function errorOf(handler: Handler, of: Contract = updated, chosen: VerifyOptions = options): Promise<Error> {
  return rejection(verify(of, handler, chosen));
}

const pause = (milliseconds: number): Promise<unknown> => new Promise((resolve) => later(resolve, milliseconds));
const caseIdOf = ({ detail }: Any): string => detail.case.caseId;

describe('an error outside of all calls', () => {
  test('is reported as such, with its stack, and keeps nothing if no single event causes it', async () => {
    let calls = 0;
    const bus = setInterval(() => {
      // Like a pool that loses its connection once.
      if (calls > 20 && calls++ < 1000) {
        calls = 1000;
        throw new Error('connection lost');
      }
    }, 1);
    const error = await errorOf(async (event: Any) => {
      calls++;
      await pause(1);
      return caseIdOf(event);
    });
    clearInterval(bus);
    expect(error).not.toBeInstanceOf(ContractViolation);
    expect(error.message).toBe(
      [
        'refunds handles CASE.UPDATED: an error came, but no single event causes it: Error: connection lost',
        '',
        'verify played the events just before it again, each alone, and the handler passed. So the error comes from',
        'something that outlives a call (a flush timer, a pool, an event bus), or from another test in this process. No part is written.',
      ].join('\n'),
    );
    expect(error.cause).toMatchObject({ message: 'connection lost' });
    expect(error.stack).toMatch(/causes it[\s\S]*\n {4}at .*suspects\.test\.ts:\d+/);
    expect(existsSync(getPartPath('pacts', updated))).toBe(false);
    expect(existsSync('__witnesses__')).toBe(false);
    expect(received.map((one) => (one as Error).message)).toEqual(['connection lost']);
  });

  test('is not blamed on an event if it keeps coming for every event', async () => {
    let failing = false;
    const timer = setInterval(() => {
      if (failing) throw new Error('the clock is broken');
    }, 5);
    const error = await errorOf(async (event: Any) => {
      failing = true;
      await pause(1);
      return caseIdOf(event);
    });
    clearInterval(timer);
    expect(error.message).toContain('an error came, but no single event causes it: Error: the clock is broken');
  });

  test('is a finding about the event that causes it even alone: an event bus', async () => {
    const bus = new EventEmitter();
    const rows: Any[] = [];
    // Its work began before the run, so nothing is traced to a call.
    const flush = setInterval(() => {
      for (const { detail } of rows.splice(0)) bus.emit('row', detail.performedBy.user.userArn);
    }, 2);
    const error = await errorOf(async (event: Any) => {
      rows.push(event);
      await pause(4);
      return caseIdOf(event);
    });
    clearInterval(flush);
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toContain("TypeError: Cannot read properties of undefined (reading 'userArn')");
    expect((error as ContractViolation).differences.map(({ steps: segments }) => segments.join('.'))).toEqual([
      'detail.performedBy.user',
    ]);
  });

  test('is not a finding about the current event if it comes from the flush timer of the first call', async () => {
    let timer: NodeJS.Timeout | undefined;
    let count = 0;
    const error = await errorOf(async (event: Any) => {
      timer ??= setInterval(() => {
        if (++count === 30) throw new Error('flushed too much');
      }, 1);
      await pause(1);
      return caseIdOf(event);
    });
    clearInterval(timer);
    expect(error).not.toBeInstanceOf(ContractViolation);
    expect(error.message).toContain('an error came, but no single event causes it: Error: flushed too much');
  });

  test('from one of two contracts that are verified at once is not blamed on the other', async () => {
    const handler: Handler = async (event: Any) => {
      // Before version 24, Node reports an error in a microtask when the call's context ends.
      if (event.detail.performedBy.user === undefined && event.detail.eventType === 'CASE.UPDATED') {
        queueMicrotask(() => {
          throw new Error('in a microtask');
        });
      }
      return caseIdOf(event);
    };
    const [one, other] = await Promise.all([errorOf(handler), errorOf(handler, created)]);
    expect(one).toBeInstanceOf(ContractViolation);
    expect(other.message).toBe('the handler passed');
    expect(received).toEqual([]);
  });
});

test('a failure of a verify without await is not an error of another contract, and the report says what to do', async () => {
  void verify(updated, (({ detail }: Any) => detail.performedBy.user.userArn) as Handler, options);
  const untilItCame = async (event: Any): Promise<string> => {
    for (let turns = 0; received.length === 0 && turns < 10_000; turns++) await pause(1);
    return caseIdOf(event);
  };
  await verify(created, untilItCame as Handler, { ...options, timeout: 60_000 });
  expect(received).toEqual([expect.any(ContractViolation)]);
  expect(warnings).toEqual([
    'A promise of verify was rejected, and nobody awaits it: return it from the test, as in test(contract.title, () => verify(contract, handler)), or await it. Otherwise the test passes whatever happens. It was rejected with: refunds handles CASE.UPDATED: the handler failed on an event that AWS may send (class sparse).\n',
  ]);
});

describe('an error of work that reset began', () => {
  test('is reported as its own if no event is needed for it', async () => {
    const reset = (): void => void Promise.reject(new Error('no database'));
    const error = await errorOf(caseIdOf as Handler, updated, { ...options, reset });
    expect(error).not.toBeInstanceOf(ContractViolation);
    expect(error.message).toBe(
      [
        'refunds handles CASE.UPDATED: options.reset started work that failed after it had settled: Error: no database',
        '',
        'It did not await a promise, or used a callback; no single event causes the error. Let it await all that',
        'it starts. No part is written.',
      ].join('\n'),
    );
    expect(error.stack).toMatch(/\n {4}at .*suspects\.test\.ts:\d+/);
    expect(existsSync(getPartPath('pacts', updated))).toBe(false);
    expect(received).toEqual([]);
  });

  test('is a finding about the event that causes it: a store that flushes', async () => {
    const rows: Any[] = [];
    let flush: NodeJS.Timeout | undefined;
    const reset = (): void => {
      clearInterval(flush);
      rows.length = 0;
      flush = setInterval(() => rows.splice(0).map(({ detail }) => detail.performedBy.user.userArn), 2);
    };
    const handler = async (event: Any): Promise<string> => {
      rows.push(event);
      await pause(4);
      return caseIdOf(event);
    };
    const error = await errorOf(handler, updated, { ...options, reset });
    clearInterval(flush);
    expect(error).toBeInstanceOf(ContractViolation);
    expect((error as ContractViolation).differences.map(({ steps: segments }) => segments.join('.'))).toEqual([
      'detail.performedBy.user',
    ]);
  });
});

describe('an error after the run', () => {
  test('withdraws the part, whatever the working directory is by then, and goes to the runner', async () => {
    const file = path.resolve(getPartPath('pacts', updated));
    let first = true;
    await verify(
      updated,
      async (event: Any) => {
        if (first) {
          first = false;
          later(() => {
            throw new Error('three seconds too late');
          }, 900);
        }
        return caseIdOf(event);
      },
      { ...options, runs: 0 },
    );
    expect(existsSync(file)).toBe(true);
    const directory = process.cwd();
    process.chdir('/');
    await pause(950);
    process.chdir(directory);
    expect(received).toEqual([new Error('three seconds too late')]);
    expect(existsSync(file)).toBe(false);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^refunds handles CASE\.UPDATED: the part is withdrawn: the handler failed \S+ ms after its call \(Error: three seconds too late\)\n$/,
      ),
    ]);
  });

  test('is reported once if every call causes it, with the number and time, and the runner gets the first', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let calls = 0;
    let goingOn: NodeJS.Timeout | undefined;
    const caseIds = async (event: Any) => {
      goingOn ??= setInterval(() => undefined, 100_000);
      const number = ++calls;
      void opened.then(() => {
        throw new TypeError(number % 2 === 0 ? 'even' : 'odd');
      });
      return caseIdOf(event);
    };
    await verify(updated, caseIds, { ...options, runs: 0, ambiguities: 'off' });
    open();
    await new Promise((resolve) => setImmediate(resolve));
    expect(received).toEqual([new TypeError('odd')]);
    expect(warnings).toHaveLength(1);
    clearInterval(goingOn);
    // The next check for unfinished work.
    await pause(600);
    expect(warnings).toEqual([
      expect.stringMatching(/the part is withdrawn: the handler failed \S+ ms after its call \(TypeError: odd\)\n$/),
      expect.stringMatching(
        new RegExp(
          `^refunds handles CASE\\.UPDATED: ${calls - 1} more calls of the handler failed in the same way, [\\d,]+ to [\\d,]+ ms after they began \\(${Math.floor(calls / 2)} × TypeError: even, ${Math.ceil(calls / 2) - 1} × TypeError: odd\\)\n$`,
        ),
      ),
    ]);
  });

  test('leaves the parts of other runs', async () => {
    await verify(updated, caseIdOf as Handler, options);
    later(() => {
      throw new Error('of another test');
    }, 1);
    await pause(10);
    expect(existsSync(getPartPath('pacts', updated))).toBe(true);
    expect(received).toEqual([new Error('of another test')]);
  });
});

describe('an error that comes late, but within the turn of its call,', () => {
  test('is not a finding about its event without a repetition, because another event may have caused it', async () => {
    let calls = 0;
    const error = await errorOf((event: Any) => {
      // Like a buffer that is flushed when it is full, by a promise without await.
      if (++calls === 15) void Promise.reject(new Error('flushed too much'));
      return caseIdOf(event);
    });
    expect(error).not.toBeInstanceOf(ContractViolation);
    expect(error.message).toContain('an error came, but no single event causes it: Error: flushed too much');
    expect(existsSync('__witnesses__')).toBe(false);
    expect(existsSync(getPartPath('pacts', updated))).toBe(false);
    // The run goes on after the event was played again.
    expect(calls).toBeGreaterThan(16);
  });

  test('is a finding if it comes again when the event is played alone', async () => {
    const error = await errorOf((event: Any) => {
      if (event.detail.performedBy.user === undefined) void Promise.reject(new Error('no user'));
      return caseIdOf(event);
    });
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toContain('Error: no user');
    expect((error as ContractViolation).differences.map(({ steps: segments }) => segments.join('.'))).toEqual([
      'detail.performedBy.user',
    ]);
  });
});

test('an error long after the handler returned is found, with the event that causes it', async () => {
  const error = await errorOf(async (event: Any) => {
    const { user } = event.detail.performedBy;
    if (user === undefined) {
      later(() => {
        throw new Error('no user');
      }, 150);
    }
    // The run takes longer than that.
    await pause(5);
    return caseIdOf(event);
  });
  expect(error).toBeInstanceOf(ContractViolation);
  expect(error.message).toContain('Error: no user');
  expect((error as ContractViolation).differences.map(({ steps: segments }) => segments.join('.'))).toEqual([
    'detail.performedBy.user',
  ]);
});

const clock = '../../../../model/platform/realProcess.ts';
const waiting = '../../../../src/harness/lambda/runHandler.ts';

test('the search for the event behind an error from outside ends when its time is up', async () => {
  let time = 0;
  const passing = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
  };
  let suspects: Suspects<number> | undefined;
  const played: number[] = [];
  const playAgain = async (event: number): Promise<undefined> => {
    played.push(event);
    await passing(100);
    return undefined;
  };
  jest.isolateModules(() => {
    jest.doMock(clock, () => ({ now: () => time }));
    jest.doMock(waiting, () => ({ wait: passing }));
    const tracker = { outside: [{ error: new Error('lost'), explained: false }] };
    suspects = new (require('../../../../src/harness/run/suspects.ts').Suspects)(tracker, playAgain, async () => {});
    jest.dontMock(clock).dontMock(waiting);
  });
  for (const event of [1, 2, 3, 4, 5, 6, 7, 8, 9]) suspects?.notePlayed(event);
  expect(await suspects?.confirmFirst()).toBeUndefined();
  // Each takes 100 milliseconds, and 60 more to see whether the errors come without it.
  expect(played).toEqual([9, 8, 7, 6]);
});

test('an error from outside is explained by the event that is played while late errors are awaited', async () => {
  const outside = [{ error: new Error('lost'), explained: false }];
  const [first] = outside;
  const suspects = new Suspects<number>(
    { outside } as never,
    async () => undefined,
    async () => {},
  );
  expect(suspects.notePlayed(1)).toBeUndefined();
  suspects.waitForLateErrors();
  expect(suspects.notePlayed(2)).toEqual({ kind: 'late', error: first?.error, rejected: false, outside: true });
  // Another run that has the same error asks for no second reason.
  expect([first?.explained, outside]).toEqual([true, []]);
});
