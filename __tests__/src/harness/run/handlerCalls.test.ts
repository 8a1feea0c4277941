import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { HandlerFailure } from '../../../../src/harness/checks/checks.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { HandlerCalls } from '../../../../src/harness/run/handlerCalls.ts';

const errorTracker = new UnhandledErrorTracker();
beforeAll(() => errorTracker.start());
afterAll(() => errorTracker.stop());

const contract = { domain: exampleDomain, title: 'refunds handles CASE.UPDATED' };

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
  const calls = new HandlerCalls(contract, { reset, timeout: 1000 }, errorTracker);
  for (const name of ['first', 'second']) await play(calls, () => void log.push(name));
  expect(log).toEqual(['reset', 'first', 'reset', 'second']);
});

test('a failure carries the number of its call, with the passing ones counted', async () => {
  const calls = new HandlerCalls(contract, { reset: () => undefined, timeout: 1000 }, errorTracker);
  const error = new Error('no');
  const failing: Handler = () => {
    throw error;
  };
  expect(await play(calls, () => undefined)).toBeUndefined();
  expect(await play(calls, failing)).toEqual({ kind: 'threw', error, call: 2 });
});

test('the short time limit is at least 50 ms, and at most the time limit of the run', async () => {
  const limits = [30, 1000].map(
    (timeout) => new HandlerCalls(contract, { reset: () => undefined, timeout }, errorTracker).shortTimeout,
  );
  expect(limits).toEqual([30, 50]);
});

test('a handler is not called if its reset failed', async () => {
  const reset = (): never => {
    throw new Error('no database');
  };
  const calls = new HandlerCalls(contract, { reset, timeout: 1000 }, errorTracker);
  const called = jest.fn();
  await expect(play(calls, called)).rejects.toThrow(
    'refunds handles CASE.UPDATED: options.reset failed before call 1 of the handler: Error: no database. See the cause.',
  );
  expect(called).not.toHaveBeenCalled();
});

test('a reset that fails later names the call before which it failed', async () => {
  let resets = 0;
  const reset = async (): Promise<void> => {
    if (++resets === 3) throw new Error('The connection is closed.');
    if (resets > 3) await new Promise(() => {});
  };
  const calls = new HandlerCalls(contract, { reset, timeout: 20 }, errorTracker);
  for (let call = 1; call < 3; call++) await play(calls, () => undefined);
  await expect(play(calls, () => undefined)).rejects.toThrow(
    'refunds handles CASE.UPDATED: options.reset failed before call 3 of the handler: Error: The connection is closed. See the cause.',
  );
  await expect(play(calls, () => undefined)).rejects.toThrow(
    'refunds handles CASE.UPDATED: options.reset did not settle in 20 ms, before call 3 of the handler. Let it settle, or raise options.timeout.',
  );
});
