import { AsyncLocalStorage } from 'node:async_hooks';
import { now, realProcess } from '../platform/realProcess.ts';

/** One call of a handler, to which errors are traced that come after it returned. */
export interface TracedCall {
  /** Of the run that the call belongs to. */
  readonly owner: LateErrors;
  late: { readonly error: unknown; readonly after: number } | undefined;
  /** When the handler was called, in milliseconds of {@link now}; `late.after` counts from here. */
  readonly began: number;
  /** The call was judged: what comes now is overdue. */
  done: boolean;
  /** What was played, to play it again; nothing where the outcome is discarded. */
  readonly subject: unknown;
}

type Listener = (error: unknown, more: unknown) => void;

const LATE = ['unhandledRejection', 'uncaughtException'] as const;
const calls = new AsyncLocalStorage<TracedCall>();
const watching = new Set<LateErrors>();
let setAside: readonly { readonly name: string; readonly listeners: readonly Listener[]; readonly ours: Listener }[] =
  [];

/**
 * Watches for errors that come after a handler returned: rejections nobody awaited, throws in callbacks. Test runners
 * listen for them too and fail the test in their own words after `verify` is done, so their listeners are set aside.
 */
export class LateErrors {
  /** The call that is going on; it is blamed when an error cannot be traced. */
  current: TracedCall | undefined;
  /** The first call that failed after it had been judged. */
  overdue: TracedCall | undefined;
  /** Whether the run has told of a failure: what comes when it is over adds nothing. */
  told = false;

  start(): void {
    if (watching.size === 0) putRunnersAside();
    watching.add(this);
  }

  stop(): void {
    watching.delete(this);
    if (watching.size === 0) putRunnersBack();
  }

  /** Runs a handler so that whatever it starts is traced to this call. */
  trace<Result>(call: TracedCall, run: () => Result): Result {
    this.current = call;
    return calls.run(call, run);
  }

  blame(call: TracedCall, error: unknown): void {
    this.told = true;
    call.late ??= { error, after: now() - call.began };
    if (call.done && call.subject !== undefined) this.overdue ??= call;
  }
}

function putRunnersAside(): void {
  setAside = LATE.map((name) => {
    const listeners = realProcess.listeners(name as 'unhandledRejection') as readonly Listener[];
    const ours: Listener = (error, more) => note(error, () => pass(listeners, error, more));
    realProcess.removeAllListeners(name);
    realProcess.on(name, ours);
    return { name, listeners, ours };
  });
}

function putRunnersBack(): void {
  for (const { name, listeners, ours } of setAside) {
    realProcess.removeListener(name, ours);
    for (const listener of listeners) realProcess.on(name, listener);
  }
  setAside = [];
}

function note(error: unknown, passOn: () => void): void {
  const traced = calls.getStore();
  if (traced === undefined) {
    for (const watcher of watching) if (watcher.current !== undefined) watcher.blame(watcher.current, error);
  } else if (watching.has(traced.owner)) traced.owner.blame(traced, error);
  // From a handler whose run is over: no run that goes on is to blame.
  else if (!traced.owner.told) passOn();
}

/** To the runner; without one, to Node, which ends the process. */
function pass(listeners: readonly Listener[], error: unknown, more: unknown): void {
  if (listeners.length === 0) throw error;
  for (const listener of listeners) listener.call(realProcess, error, more);
}
