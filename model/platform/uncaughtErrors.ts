import { realProcess } from './realProcess.ts';

/**
 * Receives an uncaught error, whether somebody listens for it, and whether it comes from a rejected promise. Returns
 * true to keep it from the listeners.
 */
export type Interceptor = (error: unknown, listened: boolean, rejected: boolean) => boolean;

/** The state of interception in one process, shared by all copies of this module that runners load. */
interface Door {
  readonly interceptors: Set<Interceptor>;
  /** The function that replaces `emit` while anybody intercepts. */
  installed?: Installed | undefined;
}

interface Installed {
  readonly emit: Emit;
  /** Restores the previous `emit`. */
  remove(): void;
}

const KEY = Symbol.for('connect-cases-contracts: uncaught errors');
const process = realProcess as NodeJS.Process & { [KEY]?: Door };
const EVENTS: readonly unknown[] = ['uncaughtException', 'unhandledRejection'];

process[KEY] ??= { interceptors: new Set() };
const door: Door = process[KEY];

/**
 * Passes each uncaught error to the interceptor before the process's listeners see it. If the interceptor returns true,
 * they do not see it. It never touches the listeners of a test runner. Earlier interceptors continue, even if somebody
 * has replaced our `emit` meanwhile.
 * @returns a function that stops it
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
  const intercept: Emit = function (name, ...rest) {
    // Another wrapper of this `emit` calls it again.
    if (passed === name) return Reflect.apply(emit, this, [name, ...rest]) as boolean;
    // A replaced copy that another emit still calls does not ask the interceptors again.
    if (EVENTS.includes(name) && door.installed?.emit === intercept) {
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
  // Others install and remove theirs at will (signal-exit does, below jest): they come after us in any order.
  Object.defineProperty(process, 'emit', {
    configurable: true,
    get: () => intercept,
    set: (other: Emit) => {
      next = other === intercept ? (emit as Emit) : other;
    },
  });
  const remove = (): void => {
    if (process.emit !== (intercept as typeof process.emit)) return;
    Reflect.deleteProperty(process, 'emit');
    if (next !== emit) process.emit = next as typeof emit;
    else if (before !== undefined) Object.defineProperty(process, 'emit', before);
    // A wrapper that found this one may keep it.
    next = emit as Emit;
  };
  return { emit: intercept, remove };
}

type Emit = (this: NodeJS.Process, name: string, ...rest: unknown[]) => boolean;
