import { nodeModule } from '../../../model/platform/nodeModule.ts';
import type { PendingWork } from './pendingWork.ts';

/** The options that are functions of the consumer beside its handler. */
export type HookName = 'reset' | 'observe';

/** What a call is part of. */
export interface CallOwner {
  /** Takes an error for one of a call; `rejected` where it is of a promise that nobody awaited. */
  blame(call: TracedCall, error: unknown, rejected?: boolean): void;
  /** What keeps the event loop going of what a call began, or others of the same owner. */
  keepingLoop(call: TracedCall): string[];
}

/** One call of a handler, or all calls of a hook, to which is traced what it begins, and the errors of that. */
export interface TracedCall {
  /** The run that the call belongs to. */
  readonly owner: CallOwner;
  late: { readonly error: unknown; readonly after: number; readonly rejected: boolean } | undefined;
  /** When the handler was called, in milliseconds of `now`; `late.after` counts from here. */
  readonly began: number;
  /** The call was judged: what comes now is overdue. */
  done: boolean;
  /** Of a function of the consumer beside its handler: the option's name. */
  readonly hook?: HookName;
  /** What was played, to play it again; nothing where the outcome is discarded. */
  readonly subject: unknown;
  /** What it began and has not finished. */
  work: PendingWork;
  /** The handler has returned or called back, and Lambda waits for an empty event loop. */
  waits: boolean;
}

const { AsyncLocalStorage, createHook } = nodeModule('node:async_hooks');

const calls = new AsyncLocalStorage<TracedCall | undefined>();
const requests = new Map<number, TracedCall>();
const microtasks = new Map<number, TracedCall>();
/** Of the microtask that is just over: Node before 24 tells of its error when its context is left already. */
let left: TracedCall | undefined;

const hook = createHook({
  init(id, type, _trigger, resource) {
    // By far the most, and nothing of its own to wait for.
    if (type === 'PROMISE' || type === 'TickObject') return;
    const call = calls.getStore();
    if (call === undefined) return;
    if (type === 'Microtask') microtasks.set(id, call);
    else if (call.work.add(id, type, resource)) requests.set(id, call);
  },
  before(id) {
    left = undefined;
    if (requests.size === 0) return;
    requests.get(id)?.work.finished(id);
    requests.delete(id);
  },
  after(id) {
    if (microtasks.size === 0) return;
    left = microtasks.get(id);
    microtasks.delete(id);
  },
});

/** Begins to note what calls begin. */
export function startTracing(): void {
  hook.enable();
}

/** Notes nothing more. */
export function stopTracing(): void {
  hook.disable();
  requests.clear();
  microtasks.clear();
}

/** Runs something so that whatever it begins is traced to a call. */
export function traced<Result>(call: TracedCall, run: () => Result): Result {
  return calls.run(call, run);
}

/** Runs something of our own, which is part of no call. */
export function untraced<Result>(run: () => Result): Result {
  return calls.run(undefined, run);
}

/** The call that what runs now is part of, or that has just failed. */
export function currentCall(): TracedCall | undefined {
  return calls.getStore() ?? left;
}
