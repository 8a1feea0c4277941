import { now, realProcess, realTimers } from '../../../model/platform/realProcess.ts';
import { interceptErrors } from '../../../model/platform/uncaughtErrors.ts';
import { isOurs } from '../failure/rejections.ts';
import { GivenEvents } from './givenEvents.ts';
import { holdOutput, releaseOutput } from './heldOutput.ts';
import { PendingWork } from './pendingWork.ts';
import {
  type CallOwner,
  getCurrentCall,
  type HookName,
  runTraced,
  startTracing,
  stopTracing,
  type TracedCall,
} from './tracedCall.ts';

/** An error that belongs to no known call. The runs active at that time share it. */
export interface OutsideError {
  readonly error: unknown;
  /** The hook behind it, if any. */
  readonly hook?: HookName;
  /** Whether a run has found the event that causes it. */
  explained: boolean;
}

const going = new Set<UnhandledErrorTracker>();
/** Finished runs whose work continues. */
const over = new Set<UnhandledErrorTracker>();
let stopIntercepting: (() => void) | undefined;
let looking = false;

/** Milliseconds between two checks for continuing work of a finished run. */
const LOOK = 500;

/**
 * Watches for errors after a handler's return: unhandled rejections, and throws in callbacks. Runners would fail the
 * test in their own words, after `verify` is done. They only get errors that belong to no call of an active run.
 */
export class UnhandledErrorTracker implements CallOwner {
  /** The first call that failed after its verdict. */
  overdue: TracedCall | undefined;
  /** The errors from outside all calls that nobody has examined. */
  outside: OutsideError[] = [];
  /** Whether the run has reported a failure: later errors add nothing. */
  hasReported = false;
  /** Whether the handler's output is printed, as in a replay. */
  showsOutput = false;
  /** Called with an error after a passed run. */
  onLateFailure: ((call: TracedCall) => void) | undefined;
  /** Called once with the other failed calls of such a run, when its work has ended. */
  onOtherFailures: ((calls: readonly TracedCall[]) => void) | undefined;
  /** The calls that failed after the run; the first is reported at once. */
  readonly #failed = new Set<TracedCall>();
  /** The events that calls with a verdict may still change. */
  readonly givenEvents: GivenEvents = new GivenEvents();
  /** The unfinished work of calls with a verdict. */
  readonly work: PendingWork = new PendingWork();
  readonly #hooks = new Map<HookName, TracedCall>();

  /** Whether other runs are active at the same time. */
  get isOneOfMany(): boolean {
    return going.size > 1;
  }

  start(): void {
    going.add(this);
    stopIntercepting = interceptErrors(note);
    startTracing();
    if (!this.showsOutput) holdOutput();
  }

  /** Ends the run. It still records errors of its work while that continues. */
  stop(): void {
    going.delete(this);
    if (this.work.isAlive) over.add(this);
    if (over.size > 0) lookLater();
    else stopIfIdle();
  }

  /** Runs a handler and traces its work to this call. */
  trace<Result>(call: TracedCall, run: () => Result): Result {
    return runTraced(call, run);
  }

  listKeepingLoop({ work }: TracedCall): string[] {
    return [...work.listKeepingLoop(), ...(work === this.work ? [] : this.work.listKeepingLoop())];
  }

  /**
   * Gives a call its verdict: its work continues as part of the run. Lambda ends a hung function with all of its work.
   */
  finishCall(call: TracedCall, hung: boolean = false): void {
    call.done = true;
    if (hung) return;
    this.work.takeOver(call.work);
    call.work = this.work;
  }

  /** Runs a hook, and attributes errors of its work to the hook instead of an event. */
  traceHook<Result>(hook: HookName, run: () => Result): Result {
    return runTraced(this.#getHookCall(hook), run);
  }

  /** A hook's unfinished work. */
  getWork(hook: HookName): PendingWork {
    return this.#getHookCall(hook).work;
  }

  #getHookCall(hook: HookName): TracedCall {
    const call = this.#hooks.get(hook) ?? {
      owner: this,
      hook,
      late: undefined,
      began: now(),
      done: true,
      subject: undefined,
      work: new PendingWork(),
      waits: false,
    };
    this.#hooks.set(hook, call);
    // Releases finished work.
    call.work.listAlive();
    return call;
  }

  /**
   * Handles an error after the run. The first also goes to the runner; a handler that fails late on one event fails on
   * hundreds. Returns whether it is handled.
   */
  noteOverdue(call: TracedCall): boolean {
    const isFirst = this.#failed.size === 0;
    this.#failed.add(call);
    if (!isFirst) {
      reportAtTheEnd(this);
      return true;
    }
    if (call.hook === undefined) this.onLateFailure?.(call);
    return false;
  }

  /** Reports the calls that failed after the first. */
  reportOthers(): void {
    const others = [...this.#failed].slice(1).filter(({ hook }) => hook === undefined);
    if (others.length > 0) this.onOtherFailures?.(others);
    this.onOtherFailures = undefined;
  }

  blame(call: TracedCall, error: unknown, rejected: boolean = false): void {
    if (call.hook !== undefined) {
      this.outside.push({ error, hook: call.hook, explained: false });
      return;
    }
    call.late ??= { error, after: now() - call.began, rejected };
    if (call.done && call.subject !== undefined) this.overdue ??= call;
  }
}

/** Whether an error is handled; otherwise it is the runner's, or without a runner Node's, which ends the process. */
function note(error: unknown, listened: boolean, rejected: boolean): boolean {
  const call = getCurrentCall();
  if (call === undefined) {
    if (isOurs(error)) return false;
    const outside = { error, explained: false };
    for (const run of going) run.outside.push(outside);
    return going.size > 0 && !listened;
  }
  const owner = call.owner as UnhandledErrorTracker;
  owner.blame(call, error, rejected);
  return going.has(owner) || owner.hasReported || owner.noteOverdue(call);
}

/** Runs with a report to make when their work has ended, or the process ends. */
const reporting = new Set<UnhandledErrorTracker>();

function reportAtTheEnd(run: UnhandledErrorTracker): void {
  if (reporting.size === 0) realProcess.once('exit', reportAll);
  reporting.add(run);
}

function report(run: UnhandledErrorTracker): void {
  if (!reporting.delete(run)) return;
  run.reportOthers();
  if (reporting.size === 0) realProcess.off('exit', reportAll);
}

function reportAll(): void {
  for (const run of [...reporting]) report(run);
}

function lookLater(): void {
  if (looking) return;
  looking = true;
  const timer = realTimers.setTimeout(() => {
    looking = false;
    for (const run of over) if (!run.work.isAlive) endRun(run);
    over.size > 0 ? lookLater() : stopIfIdle();
  }, LOOK);
  // If Node's timers are fakes, our own timers keep the process alive as long.
  (timer as Partial<NodeJS.Timeout>).unref?.();
}

/** Forgets a run whose work has ended, and reports what is left of it. */
function endRun(run: UnhandledErrorTracker): void {
  over.delete(run);
  report(run);
}

function stopIfIdle(): void {
  if (going.size + over.size > 0) return;
  stopIntercepting?.();
  stopIntercepting = undefined;
  stopTracing();
  releaseOutput();
}
