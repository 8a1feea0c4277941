import { AsyncResource } from 'node:async_hooks';
import { realProcess } from '../../../../model/platform/realProcess.ts';
import { PendingWork } from '../../../../src/harness/lambda/pendingWork.ts';
import type { TracedCall } from '../../../../src/harness/lambda/tracedCall.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { runnersAside } from '../../pact/runnersAside.ts';

const error = new Error('much later');
const received = runnersAside();

function callOf(owner: UnhandledErrorTracker, done: boolean = true): TracedCall {
  return { owner, late: undefined, began: 0, done, subject: 'an event', work: new PendingWork(), waits: false };
}

const turns = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 10));

const later = (): unknown =>
  setTimeout(() => {
    throw error;
  }, 5);

describe('an error of a call after its run', () => {
  /** Its error comes during the next run, which is returned. */
  async function runAfter(prepare: (before: UnhandledErrorTracker) => void): Promise<UnhandledErrorTracker> {
    const before = new UnhandledErrorTracker();
    before.start();
    const call = callOf(before, false);
    before.trace(call, later);
    before.finishCall(call);
    prepare(before);
    before.stop();
    const next = new UnhandledErrorTracker();
    next.start();
    await turns();
    next.stop();
    return next;
  }

  test('goes to the runner if its run passed, and is reported to that run, not to the current one', async () => {
    const onLateFailure = jest.fn();
    const next = await runAfter((before) => {
      before.onLateFailure = onLateFailure;
    });
    expect(received).toEqual([error]);
    expect(onLateFailure).toHaveBeenCalledWith(
      expect.objectContaining({ late: { error, after: expect.any(Number), rejected: false } }),
    );
    expect([next.overdue, next.outside]).toEqual([undefined, []]);
  });

  test('adds nothing if the run already failed', async () => {
    const next = await runAfter((before) => {
      before.hasReported = true;
    });
    expect(received).toEqual([]);
    expect([next.overdue, next.outside]).toEqual([undefined, []]);
  });

  test('goes to the runner once: a summary at the end, even of the process, counts other calls that fail alike', async () => {
    const run = new UnhandledErrorTracker();
    run.onOtherFailures = jest.fn();
    run.start();
    const calls = [callOf(run, false), callOf(run, false), callOf(run, false)] as const;
    let goingOn: NodeJS.Timeout | undefined;
    run.trace(calls[0], () => {
      goingOn = setInterval(() => undefined, 100_000);
    });
    for (const call of calls) {
      run.trace(call, () => {
        for (let error = 0; error < 2; error++) later();
      });
      run.finishCall(call);
    }
    run.stop();
    const listeners = realProcess.listeners('exit');
    await turns();
    expect(received).toEqual([error]);
    expect(run.onOtherFailures).not.toHaveBeenCalled();
    const onOtherFailures = run.onOtherFailures;
    const added = realProcess.listeners('exit').filter((listener) => !listeners.includes(listener));
    expect(added).toHaveLength(1);
    for (const listener of added) (listener as () => void)();
    expect(onOtherFailures).toHaveBeenCalledTimes(1);
    expect(onOtherFailures).toHaveBeenCalledWith(calls.slice(1));
    expect(realProcess.listeners('exit')).toEqual(listeners);
    clearInterval(goingOn);
  });

  test('is noted even if another runner has taken over, and no run is active', async () => {
    const before = new UnhandledErrorTracker();
    before.start();
    const call = callOf(before, false);
    before.trace(call, later);
    before.finishCall(call);
    before.onLateFailure = jest.fn();
    before.stop();
    realProcess.removeAllListeners('uncaughtException');
    realProcess.once('uncaughtException', (thrown) => received.push(thrown));
    await turns();
    expect(before.onLateFailure).toHaveBeenCalledTimes(1);
    expect(received).toEqual([error]);
  });
});

describe('during runs', () => {
  const runs = [new UnhandledErrorTracker(), new UnhandledErrorTracker()] as const;
  beforeEach(() => {
    for (const run of runs) {
      run.start();
      run.overdue = undefined;
      run.outside = [];
    }
  });
  afterEach(() => {
    for (const run of runs) run.stop();
  });

  const ways: readonly (readonly [string, (fail: () => void) => unknown])[] = [
    ['a timer', (fail) => setTimeout(fail, 1)],
    ['a turn of the event loop', (fail) => setImmediate(fail)],
    ['a microtask', (fail) => queueMicrotask(fail)],
    ['a microtask after a promise', (fail) => Promise.resolve().then(() => queueMicrotask(fail))],
    ['a promise', (fail) => void Promise.resolve().then(fail)],
    ["Node's next tick", (fail) => process.nextTick(fail)],
  ];

  test.each(ways)('an error in %s belongs only to the call that began it', async (_, way) => {
    const call = callOf(runs[0]);
    runs[0].trace(call, () =>
      way(() => {
        throw error;
      }),
    );
    await turns();
    expect(runs[0].overdue).toBe(call);
    expect([runs[0].outside, runs[1].overdue, runs[1].outside, received]).toEqual([[], undefined, [], []]);
  });

  test.each(ways)(
    'an error in %s outside of calls belongs to all runs, and also goes to the runner',
    async (_, way) => {
      way(() => {
        throw error;
      });
      await turns();
      expect(received).toEqual([error]);
      expect(runs.map(({ outside }) => outside)).toEqual([
        [{ error, explained: false }],
        [{ error, explained: false }],
      ]);
      expect(runs[0].outside[0]).toBe(runs[1].outside[0]);
    },
  );

  test('an error in the context of something else belongs to no call', async () => {
    const bus = new AsyncResource('BUS');
    runs[0].trace(callOf(runs[0]), () => bus.runInAsyncScope(later));
    await turns();
    expect(received).toEqual([error]);
    expect(runs[0].overdue).toBeUndefined();
  });

  test('an error outside of calls does not end a process without a runner, and a run reports it', async () => {
    for (const name of ['uncaughtException', 'unhandledRejection']) realProcess.removeAllListeners(name);
    later();
    void Promise.reject(error);
    await turns();
    expect(runs[0].outside).toHaveLength(2);
  });
});

test("the runner's listeners stay unchanged and in place", () => {
  const listener = (): void => undefined;
  realProcess.once('uncaughtException', listener);
  const listeners = realProcess.rawListeners('uncaughtException');
  const run = new UnhandledErrorTracker();
  run.start();
  expect(realProcess.rawListeners('uncaughtException')).toEqual(listeners);
  run.stop();
  expect(realProcess.rawListeners('uncaughtException')).toEqual(listeners);
});

test('the work of a hung call ends with it, and that of any other call continues as part of the run', () => {
  const run = new UnhandledErrorTracker();
  run.start();
  const timer = setTimeout(() => undefined, 100_000);
  const alive = [true, false].map((hung) => {
    const call = callOf(run, false);
    call.work.add(1, 'Timeout', timer);
    run.finishCall(call, hung);
    return [call.done, run.work.isAlive];
  });
  clearTimeout(timer);
  run.stop();
  expect(alive).toEqual([
    [true, false],
    [true, true],
  ]);
});

test('a summary of the calls that failed after a run counts no hooks', () => {
  const run = new UnhandledErrorTracker();
  const report = jest.fn();
  run.onOtherFailures = report;
  const calls = [callOf(run), { ...callOf(run), hook: 'reset' as const }, callOf(run)];
  for (const call of calls) run.noteOverdue(call);
  run.reportOthers();
  expect(report.mock.calls).toEqual([[[calls[2]]]]);
});
