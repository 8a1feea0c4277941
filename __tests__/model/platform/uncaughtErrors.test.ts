import { realProcess } from '../../../model/platform/realProcess.ts';
import { interceptErrors } from '../../../model/platform/uncaughtErrors.ts';
import { runnersAside } from '../../src/pact/runnersAside.ts';

const error = new Error('uncaught');
const received = runnersAside();
const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

/** Throws where nobody can catch it, and waits until Node has reported it. */
async function fail(): Promise<void> {
  setTimeout(() => {
    throw error;
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const keep = (thrown: unknown): boolean => seen.push(thrown) > 0;

test('an interceptor keeps an error from the listeners, or lets it through', async () => {
  const stop = interceptErrors(keep);
  await fail();
  stop();
  expect([seen, received]).toEqual([[error], []]);
  const stopOther = interceptErrors(() => false);
  await fail();
  stopOther();
  expect(received).toEqual([error]);
});

test('it learns whether somebody listens', async () => {
  realProcess.removeAllListeners('uncaughtException');
  const stop = interceptErrors((_, listened) => seen.push(listened) > 0);
  await fail();
  realProcess.once('uncaughtException', (thrown) => received.push(thrown));
  await fail();
  stop();
  expect(seen).toEqual([false, true]);
});

test('it leaves nothing behind, and does not disturb other events of the process', () => {
  const before = Object.getOwnPropertyDescriptor(realProcess, 'emit');
  const stops = [interceptErrors(keep), interceptErrors(() => false)];
  const told = jest.fn();
  realProcess.once('connect-cases' as 'exit', told);
  expect(realProcess.emit('connect-cases' as 'exit', 1)).toBe(true);
  expect(told).toHaveBeenCalledWith(1);
  for (const stop of stops) stop();
  expect(Object.getOwnPropertyDescriptor(realProcess, 'emit')).toEqual(before);
});

test('it continues if somebody replaces its emit, and sees each error once', async () => {
  const stop = interceptErrors(keep);
  const { emit } = realProcess;
  const other = function (this: NodeJS.Process, ...emitted: never[]) {
    return Reflect.apply(emit, this, emitted);
  };
  Object.defineProperty(realProcess, 'emit', { value: other, configurable: true, writable: true });
  const stopOther = interceptErrors((thrown) => !seen.push(['other', thrown]));
  const stopAgain = interceptErrors(keep);
  await fail();
  expect(seen).toEqual([error]);
  stop();
  stopAgain();
  await fail();
  expect(seen).toEqual([error, ['other', error]]);
  stopOther();
  Reflect.deleteProperty(realProcess, 'emit');
});

test('stopping twice stops no other interceptor', async () => {
  const stop = interceptErrors(() => false);
  stop();
  const stopOther = interceptErrors(keep);
  stop();
  await fail();
  stopOther();
  expect([seen, received]).toEqual([[error], []]);
});

describe('another emit installed and removed, as signal-exit does', () => {
  type Emit = typeof process.emit;
  const wrap = (original: Emit): Emit =>
    function (this: NodeJS.Process, ...emitted: never[]) {
      if (emitted[0] === 'uncaughtException') seen.push('wrapped');
      return Reflect.apply(original, this, emitted);
    } as Emit;

  test('before ours', async () => {
    const original = realProcess.emit;
    const stop = interceptErrors(keep);
    realProcess.emit = wrap(original);
    await fail();
    realProcess.emit = original;
    await fail();
    stop();
    expect([seen, received]).toEqual([[error, error], []]);
  });

  test('during ours', async () => {
    const stop = interceptErrors((thrown) => seen.push(thrown) < 0);
    const original = realProcess.emit;
    realProcess.emit = wrap(original);
    await fail();
    expect([seen, received]).toEqual([[error, 'wrapped'], [error]]);
    stop();
    await fail();
    expect(received).toEqual([error, error]);
    realProcess.emit = original;
    await fail();
    expect(received).toHaveLength(3);
    expect(seen).toHaveLength(3);
    Reflect.deleteProperty(realProcess, 'emit');
  });
});
