import { nodeModule } from './nodeModule.ts';

const timers = nodeModule('node:timers');

/** The timers that the harness waits by. */
export type Timers = Pick<typeof timers, 'clearTimeout' | 'setImmediate' | 'setTimeout'>;

/**
 * Node's timers as they are now: jest fakes the globals later, `node:test` also what `node:timers` holds. Where they are
 * fakes already, as when sinon came before us, timers of our own that wait as long.
 */
export function unfakedTimers(): Timers {
  const { clearTimeout, setImmediate, setTimeout } = timers;
  const real = isReal(() => setImmediate(noop)) && isReal(() => setTimeout(noop, 1));
  return real ? { clearTimeout, setImmediate, setTimeout } : timersOfOurOwn();
}

/**
 * Node makes an asynchronous resource of each timer. A fake makes none. What is begun is not cleared: given a fake, Node's
 * `clearImmediate` counts one turn too few, and those that come later never come.
 */
function isReal(begin: () => void): boolean {
  let begun = false;
  const hook = nodeModule('node:async_hooks')
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

/** Turns of the event loop by messages, time by a wait of the language itself: nobody fakes either. */
function timersOfOurOwn(): Timers {
  const { port1, port2 } = new (nodeModule('node:worker_threads').MessageChannel)();
  const turns: (() => void)[] = [];
  let open = 0;
  // What waits keeps the process going, as a timer does.
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
    // In a turn of its own, where an error of it is nobody's rejection.
    void elapsed(milliseconds).then(() => setImmediate(() => end(waiting)?.()));
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

async function elapsed(milliseconds: number): Promise<void> {
  await (Atomics as unknown as WaitAsync).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds).value;
}

/** Of ECMAScript 2024, which the declarations of the compiler's target lack. */
interface WaitAsync {
  waitAsync(cell: Int32Array, index: 0, value: 0, milliseconds: number): { readonly value: PromiseLike<string> };
}

function noop(): void {}
