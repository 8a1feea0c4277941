import { realProcess } from './realProcess.ts';

/**
 * Is told of an error that nobody caught, whether somebody listens for it, and whether it is of a rejected promise.
 * Answers whether it is done with it.
 */
export type Interceptor = (error: unknown, listened: boolean, rejected: boolean) => boolean;

/** The one door of a process, shared by all copies of this module that runners load. */
interface Door {
  readonly interceptors: Set<Interceptor>;
  close(): void;
}

const KEY = Symbol.for('connect-cases-contracts: uncaught errors');
const process = realProcess as NodeJS.Process & { [KEY]?: Door };
const EVENTS: readonly unknown[] = ['uncaughtException', 'unhandledRejection'];

/**
 * Tells of each error that nobody caught before the process's listeners know of it, and keeps it from them where the
 * interceptor is done with it. The listeners themselves, a test runner's, are never touched.
 * @returns stops it
 */
export function interceptErrors(interceptor: Interceptor): () => void {
  process[KEY] ??= open();
  const door = process[KEY];
  door.interceptors.add(interceptor);
  return () => {
    door.interceptors.delete(interceptor);
    if (door.interceptors.size === 0) door.close();
  };
}

function open(): Door {
  const interceptors = new Set<Interceptor>();
  const before = Object.getOwnPropertyDescriptor(process, 'emit');
  const { emit } = process;
  let next: Emit = emit as Emit;
  let passed: unknown;
  const intercepting: Emit = function (name, ...rest) {
    // Who wraps what it finds here calls us once more.
    if (passed === name) return Reflect.apply(emit, this, [name, ...rest]) as boolean;
    if (EVENTS.includes(name)) {
      const listened = process.listenerCount(name) > 0;
      const rejected = name === 'unhandledRejection';
      for (const interceptor of [...interceptors]) if (interceptor(rest[0], listened, rejected)) return true;
    }
    const outer = passed;
    passed = name;
    try {
      return Reflect.apply(next, this, [name, ...rest]) as boolean;
    } finally {
      passed = outer;
    }
  };
  // Others put theirs in and out as they like (signal-exit does, below jest): they come after us, whatever the order.
  Object.defineProperty(process, 'emit', {
    configurable: true,
    get: () => intercepting,
    set: (other: Emit) => {
      next = other === intercepting ? (emit as Emit) : other;
    },
  });
  const close = (): void => {
    delete process[KEY];
    Reflect.deleteProperty(process, 'emit');
    if (next !== emit) process.emit = next as typeof emit;
    else if (before !== undefined) Object.defineProperty(process, 'emit', before);
    // Who found us here may keep us.
    next = emit as Emit;
  };
  return { interceptors, close };
}

type Emit = (this: NodeJS.Process, name: string, ...rest: unknown[]) => boolean;
