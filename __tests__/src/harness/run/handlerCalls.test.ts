import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { HandlerFailure } from '../../../../src/harness/checks/check.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { HandlerCalls } from '../../../../src/harness/run/handlerCalls.ts';

const errorTracker = new UnhandledErrorTracker();
beforeAll(() => errorTracker.start());
afterAll(() => errorTracker.stop());

function play(calls: HandlerCalls, handler: Handler): Promise<HandlerFailure | undefined> {
  const event = { detail: {} };
  return calls.play({ requestId: 'r-1', handler, event, rebuild: () => event, timeout: 1000 });
}

test('each call comes after a reset', async () => {
  const log: string[] = [];
  const reset = async (): Promise<void> => {
    await undefined;
    log.push('reset');
  };
  const calls = new HandlerCalls(exampleDomain, { reset, timeout: 1000 }, errorTracker);
  for (const name of ['first', 'second']) await play(calls, () => void log.push(name));
  expect(log).toEqual(['reset', 'first', 'reset', 'second']);
});

test('a failure carries the number of its call, with the passing ones counted', async () => {
  const calls = new HandlerCalls(exampleDomain, { reset: () => undefined, timeout: 1000 }, errorTracker);
  const error = new Error('no');
  const failing: Handler = () => {
    throw error;
  };
  expect(await play(calls, () => undefined)).toBeUndefined();
  expect(await play(calls, failing)).toEqual({ kind: 'threw', error, call: 2 });
});

test('the short time limit is at least 50 ms, and at most the time limit of the run', async () => {
  const limits = [30, 1000].map(
    (timeout) => new HandlerCalls(exampleDomain, { reset: () => undefined, timeout }, errorTracker).shortTimeout,
  );
  expect(limits).toEqual([30, 50]);
});

test('a handler is not called if its reset failed', async () => {
  const reset = (): never => {
    throw new Error('no database');
  };
  const calls = new HandlerCalls(exampleDomain, { reset, timeout: 1000 }, errorTracker);
  const called = jest.fn();
  await expect(play(calls, called)).rejects.toThrow('options.reset failed: the handler was not called.');
  expect(called).not.toHaveBeenCalled();
});
