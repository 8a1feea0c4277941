import { realProcess } from './realProcess.ts';

/**
 * Is told of an error that nobody caught, whether somebody listens for it, and whether it is of a rejected promise.
 * Answers whether it is done with it.
 */
export type Interceptor = (error: unknown, listened: boolean, rejected: boolean) => boolean;

/** The one door of a process, shared by all copies of this module that runners load. */
interface Door {
  readonly interceptors: Set<Interceptor>;
  /** What stands in the place of `emit` while anybody intercepts. */
  installed?: Installed | undefined;
}

interface Installed {
  readonly emit: Emit;
  /** Gives back what stood there. */
  remove(): void;
}

const KEY = Symbol.for('connect-cases-contracts: uncaught errors');
const process = realProcess as NodeJS.Process & { [KEY]?: Door };
const EVENTS: readonly unknown[] = ['uncaughtException', 'unhandledRejection'];

process[KEY] ??= { interceptors: new Set() };
const door: Door = process[KEY];

/**
 * Tells of each error that nobody caught before the process's listeners know of it, and keeps it from them where the
 * interceptor is done with it. The listeners themselves, a test runner's, are never touched. An interceptor that
 * intercepts already goes on, also where somebody has put another `emit` in the place of ours meanwhile.
 * @returns stops it
 */
export function interceptErrors(interceptor: Interceptor): () => void {
  door.interceptors.add(interceptor);
  if (process.emit !== door.installed?.emit) door.installed = install();
  return () => {
    door.interceptors.delete(interceptor);
    if (door.interceptors.size > 0) return;
    door.installed?.remove();
    door.installed = undefined;
  };
}

function install(): Installed {
  const { interceptors } = door;
  const before = Object.getOwnPropertyDescriptor(process, 'emit');
  const { emit } = process;
  let next: Emit = emit as Emit;
  let passed: unknown;
  const intercepting: Emit = function (name, ...rest) {
    // Who wraps what it finds here calls us once more.
    if (passed === name) return Reflect.apply(emit, this, [name, ...rest]) as boolean;
    // One that another emit still calls, whose place was taken, asks nobody a second time.
    if (EVENTS.includes(name) && door.installed?.emit === intercepting) {
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
  const remove = (): void => {
    if (process.emit !== (intercepting as typeof process.emit)) return;
    Reflect.deleteProperty(process, 'emit');
    if (next !== emit) process.emit = next as typeof emit;
    else if (before !== undefined) Object.defineProperty(process, 'emit', before);
    // Who found us here may keep us.
    next = emit as Emit;
  };
  return { emit: intercepting, remove };
}

type Emit = (this: NodeJS.Process, name: string, ...rest: unknown[]) => boolean;
