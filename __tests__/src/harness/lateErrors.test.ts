import { LateErrors, type TracedCall } from '../../../src/harness/lateErrors.ts';
import { realProcess } from '../../../src/platform/realProcess.ts';

const error = new Error('much later');
const runners = realProcess.listeners('uncaughtException');
const received: unknown[] = [];

// The runner's own listeners would fail the test.
beforeEach(() => {
  received.length = 0;
  realProcess.removeAllListeners('uncaughtException');
  realProcess.on('uncaughtException', (thrown) => received.push(thrown));
});

afterEach(() => {
  realProcess.removeAllListeners('uncaughtException');
  for (const listener of runners) realProcess.on('uncaughtException', listener);
});

/** Starts a call whose error comes when its run is over and the next one goes on; returns what the next one took for its own. */
async function errorAfter(told: boolean): Promise<TracedCall | undefined> {
  const before = new LateErrors();
  const call: TracedCall = { owner: before, late: undefined, began: 0, done: true, subject: 'an event of before' };
  const thrown = new Promise((resolve) => {
    before.start();
    before.trace(call, () =>
      setTimeout(() => {
        setImmediate(resolve);
        throw error;
      }, 20),
    );
    before.told = told;
    before.stop();
  });
  const next = new LateErrors();
  next.start();
  next.current = { ...call, owner: next, subject: 'an event of now' };
  await thrown;
  next.stop();
  return next.overdue;
}

test('an error of a run that is over and has passed goes to the runner, not to the run that goes on', async () => {
  expect(await errorAfter(false)).toBeUndefined();
  expect(received).toEqual([error]);
});

test('an error of a run that has failed already adds nothing', async () => {
  expect(await errorAfter(true)).toBeUndefined();
  expect(received).toEqual([]);
});
