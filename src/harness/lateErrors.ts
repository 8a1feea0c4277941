import { AsyncLocalStorage } from 'node:async_hooks';
import { now, realProcess } from '../platform/realProcess.ts';

/** One call of a handler, to which errors are traced that come after it returned. */
export interface TracedCall {
  late: { readonly error: unknown; readonly after: number } | undefined;
  /** When the handler was called, in milliseconds of {@link now}; `late.after` counts from here. */
  readonly began: number;
  /** The call was judged: what comes now is overdue. */
  done: boolean;
  /** What was played, to play it again; nothing where the outcome is discarded. */
  readonly subject: unknown;
}

const LATE = ['unhandledRejection', 'uncaughtException'] as const;
const calls = new AsyncLocalStorage<TracedCall>();
const watching = new Set<LateErrors>();
let setAside: (readonly [(typeof LATE)[number], NodeJS.UnhandledRejectionListener[]])[] = [];

/**
 * Watches for errors that come after a handler returned: rejections nobody awaited, throws in callbacks. Test runners
 * listen for them too and fail the test in their own words after `verify` is done, so their listeners are set aside.
 */
export class LateErrors {
  /** The call that is going on; it is blamed when an error cannot be traced. */
  current: TracedCall | undefined;
  /** The first call that failed after it had been judged. */
  overdue: TracedCall | undefined;

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
}

function putRunnersAside(): void {
  setAside = LATE.map((name) => [name, realProcess.listeners(name as 'unhandledRejection')] as const);
  for (const name of LATE) {
    realProcess.removeAllListeners(name);
    realProcess.on(name, note);
  }
}

function putRunnersBack(): void {
  for (const [name, listeners] of setAside) {
    realProcess.removeListener(name, note);
    for (const listener of listeners) realProcess.on(name as 'unhandledRejection', listener);
  }
  setAside = [];
}

function note(error: unknown): void {
  const traced = calls.getStore();
  for (const watcher of watching) {
    const call = traced ?? watcher.current;
    if (call === undefined) continue;
    call.late ??= { error, after: now() - call.began };
    if (call.done && call.subject !== undefined) watcher.overdue ??= call;
  }
}
