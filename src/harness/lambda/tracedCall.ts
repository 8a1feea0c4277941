import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import type { PendingWork } from './pendingWork.ts';

/** The options that are functions of the consumer besides its handler. */
export type HookName = 'reset' | 'observe' | 'downstream' | 'expect';

/** The run that a call belongs to. */
export interface CallOwner {
  /** Attributes an error to a call; `rejected` for a promise that nobody awaited. */
  blame(call: TracedCall, error: unknown, rejected?: boolean): void;
  /** The work of this call, or of others with the same owner, that keeps the event loop alive. */
  listKeepingLoop(call: TracedCall): string[];
}

/** One call of a handler, or all calls of a hook. Its work and the errors of that work are traced to it. */
export interface TracedCall {
  /** The run that the call belongs to. */
  readonly owner: CallOwner;
  late: { readonly error: unknown; readonly after: number; readonly rejected: boolean } | undefined;
  /** When the handler was called, in milliseconds of `now`; `late.after` counts from here. */
  readonly began: number;
  /** Whether the call has its verdict: later errors are overdue. */
  done: boolean;
  /** The option's name, for a consumer's function besides its handler. */
  readonly hook?: HookName;
  /** The played input, to play it again; undefined if the outcome is discarded. */
  readonly subject: unknown;
  /** What the function behind a transport answered, as JSON. */
  answer?: string | undefined;
  /** Its unfinished work. */
  work: PendingWork;
  /** Whether the handler has returned or called back, and Lambda waits for an empty event loop. */
  waits: boolean;
  /** What it printed; absent for hooks, whose output is printed. */
  readonly printed?: string[];
  /** The promises that it made, while anybody may ask for them. */
  promises?: PromiseLike<unknown>[] | undefined;
}

/** The most promises of one call that are kept. */
const MOST_PROMISES = 5000;

const { AsyncLocalStorage, createHook } = loadNodeModule('node:async_hooks');

const calls = new AsyncLocalStorage<TracedCall | undefined>();
const requests = new Map<number, TracedCall>();
const microtasks = new Map<number, TracedCall>();
/** The call of the previous microtask: Node before 24 reports its error after leaving its context. */
let left: TracedCall | undefined;

const hook = createHook({
  init(id, type, _trigger, resource) {
    // By far the most frequent.
    if (type === 'TickObject') return;
    const call = calls.getStore();
    if (call === undefined) return;
    // Nothing to wait for.
    if (type === 'PROMISE') {
      const { promises } = call;
      if (promises !== undefined && promises.length < MOST_PROMISES) promises.push(resource as PromiseLike<unknown>);
      return;
    }
    if (type === 'Microtask') microtasks.set(id, call);
    else if (call.work.add(id, type, resource)) requests.set(id, call);
  },
  before(id) {
    left = undefined;
    if (requests.size === 0) return;
    requests.get(id)?.work.finish(id);
    requests.delete(id);
  },
  after(id) {
    if (microtasks.size === 0) return;
    left = microtasks.get(id);
    microtasks.delete(id);
  },
});

/** Starts recording the work of calls. */
export function startTracing(): void {
  hook.enable();
}

/** Stops recording. */
export function stopTracing(): void {
  hook.disable();
  requests.clear();
  microtasks.clear();
}

/** Runs something and traces all of its work to a call. */
export function runTraced<Result>(call: TracedCall, run: () => Result): Result {
  return calls.run(call, run);
}

/** Runs something of our own that belongs to no call. */
export function runUntraced<Result>(run: () => Result): Result {
  return calls.run(undefined, run);
}

/** The call that the running code belongs to. */
export function findTracedCall(): TracedCall | undefined {
  return calls.getStore();
}

/** The call that the running code belongs to, or that has just failed. */
export function getCurrentCall(): TracedCall | undefined {
  return calls.getStore() ?? left;
}
