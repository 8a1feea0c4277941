import { loadNodeModule } from './loadNodeModule.ts';

const timers = loadNodeModule('node:timers');

/** The timers that the harness uses. */
export type Timers = Pick<typeof timers, 'clearTimeout' | 'setImmediate' | 'setTimeout'>;

/**
 * Node's timers as they are at load time. jest fakes the globals later; `node:test` also fakes `node:timers`. If they
 * are fakes already (sinon loaded before us), returns timers of our own with the same delays.
 */
export function getUnfakedTimers(): Timers {
  const { clearTimeout, setImmediate, setTimeout } = timers;
  const real = isReal(() => setImmediate(noop)) && isReal(() => setTimeout(noop, 1));
  return real ? { clearTimeout, setImmediate, setTimeout } : makeOwnTimers();
}

/**
 * Node makes an asynchronous resource for each timer; a fake does not. The timer is not cleared: Node's
 * `clearImmediate` miscounts when given a fake, and later turns never come.
 */
function isReal(begin: () => void): boolean {
  let begun = false;
  const hook = loadNodeModule('node:async_hooks')
    .createHook({
      init: (_id, type) => {
        begun ||= type === 'Timeout' || type === 'Immediate';
      },
    })
    .enable();
  begin();
  hook.disable();
  return begun;
}

interface Waiting {
  run: (() => void) | undefined;
}

/** Turns of the event loop by messages, and time by a wait of the language itself: nobody fakes either. */
function makeOwnTimers(): Timers {
  const { port1, port2 } = new (loadNodeModule('node:worker_threads').MessageChannel)();
  const turns: (() => void)[] = [];
  let open = 0;
  // A waiting timer keeps the process alive.
  const hold = (more: 1 | -1): void => {
    open += more;
    open > 0 ? port1.ref() : port1.unref();
  };
  port1.on('message', () => {
    hold(-1);
    turns.shift()?.();
  });
  port1.unref();
  const setImmediate = (run: () => void): void => {
    hold(1);
    turns.push(run);
    port2.postMessage(undefined);
  };
  const setTimeout = (run: () => void, milliseconds: number): Waiting => {
    const waiting: Waiting = { run };
    hold(1);
    // In its own turn, so that its error does not become a rejection.
    void sleep(milliseconds).then(() => setImmediate(() => end(waiting)?.()));
    return waiting;
  };
  const end = (waiting?: Waiting): Waiting['run'] => {
    const run = waiting?.run;
    if (waiting === undefined || run === undefined) return undefined;
    waiting.run = undefined;
    hold(-1);
    return run;
  };
  return { clearTimeout: end, setImmediate, setTimeout } as unknown as Timers;
}

async function sleep(milliseconds: number): Promise<void> {
  await (Atomics as unknown as WaitAsync).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds).value;
}

/** From ECMAScript 2024; the declarations of the compiler's target lack it. */
interface WaitAsync {
  waitAsync(cell: Int32Array, index: 0, value: 0, milliseconds: number): { readonly value: PromiseLike<string> };
}

function noop(): void {}
