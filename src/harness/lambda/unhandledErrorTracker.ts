import { now, realProcess, realTimers } from '../../../model/platform/realProcess.ts';
import { interceptErrors } from '../../../model/platform/uncaughtErrors.ts';
import { isOurs } from '../failure/rejections.ts';
import { PendingWork } from './pendingWork.ts';
import {
  type CallOwner,
  currentCall,
  type HookName,
  startTracing,
  stopTracing,
  type TracedCall,
  traced,
} from './tracedCall.ts';

/** An error that no call is known to have brought about. The runs that were going when it came share it. */
export interface OutsideError {
  readonly error: unknown;
  /** The hook that began what it is of, where it is of one. */
  readonly hook?: HookName;
  /** A run has found the event that brings it about. */
  explained: boolean;
}

const going = new Set<UnhandledErrorTracker>();
/** Runs that are over, while something that they began goes on. */
const over = new Set<UnhandledErrorTracker>();
let stopIntercepting: (() => void) | undefined;
let looking = false;

/** Milliseconds between two looks at whether anything goes on of a run that is over. */
const LOOK = 500;

/**
 * Watches for errors that come after a handler returned: rejections nobody awaited, throws in callbacks. Runners would
 * fail the test in their own words, after `verify` is done: they get only what is traced to no call of a run that goes on.
 */
export class UnhandledErrorTracker implements CallOwner {
  /** The first call that failed after it had been judged. */
  overdue: TracedCall | undefined;
  /** The errors that came from outside of all calls, and nobody has looked at. */
  outside: OutsideError[] = [];
  /** Whether the run has told of a failure: what comes when it is over adds nothing. */
  reported = false;
  /** Is told of an error that comes when the run is over and has passed. */
  disproved: ((call: TracedCall) => void) | undefined;
  /** Is told once of the other calls of such a run that failed after it, when nothing goes on any more. */
  failedToo: ((calls: readonly TracedCall[]) => void) | undefined;
  /** The calls that failed when the run was over, the first of which is told at once. */
  readonly #failed = new Set<TracedCall>();
  /** What calls that are judged have not finished. */
  readonly work: PendingWork = new PendingWork();
  readonly #hooks = new Map<HookName, TracedCall>();

  /** Whether other runs go on beside this one. */
  get isOneOfMany(): boolean {
    return going.size > 1;
  }

  start(): void {
    going.add(this);
    stopIntercepting = interceptErrors(note);
    startTracing();
  }

  /** The run is over. As long as something goes on that it began, errors of that are noted. */
  stop(): void {
    going.delete(this);
    if (this.work.isAlive) over.add(this);
    if (over.size > 0) lookLater();
    else stopIfIdle();
  }

  /** Runs a handler so that whatever it starts is traced to this call. */
  trace<Result>(call: TracedCall, run: () => Result): Result {
    return traced(call, run);
  }

  keepingLoop({ work }: TracedCall): string[] {
    return [...work.keepingLoop(), ...(work === this.work ? [] : this.work.keepingLoop())];
  }

  /** A call is judged: what it began goes on as part of the run. Lambda ends a function that hangs, and all of it. */
  finishCall(call: TracedCall, hung: boolean = false): void {
    call.done = true;
    if (hung) return;
    this.work.takeOver(call.work);
    call.work = this.work;
  }

  /** Runs a hook so that errors of what it starts are told as its own, and not as one of an event. */
  traceHook<Result>(hook: HookName, run: () => Result): Result {
    return traced(this.#hookCall(hook), run);
  }

  /** What a hook has begun and not finished. */
  workOf(hook: HookName): PendingWork {
    return this.#hookCall(hook).work;
  }

  #hookCall(hook: HookName): TracedCall {
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
    // What is over is kept by nobody.
    call.work.alive();
    return call;
  }

  /**
   * Takes an error that comes when the run is over. The first of all is the runner's as well; a handler that fails late on
   * one event fails on hundreds. Returns whether it is done with.
   */
  isOver(call: TracedCall): boolean {
    const isFirst = this.#failed.size === 0;
    this.#failed.add(call);
    if (!isFirst) {
      tellAtTheEnd(this);
      return true;
    }
    if (call.hook === undefined) this.disproved?.(call);
    return false;
  }

  /** Tells of the calls that failed after the first. */
  tellOthers(): void {
    const others = [...this.#failed].slice(1).filter(({ hook }) => hook === undefined);
    if (others.length > 0) this.failedToo?.(others);
    this.failedToo = undefined;
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

/** Whether it is done with an error; if not, it is the runner's, and without one Node's, which ends the process. */
function note(error: unknown, listened: boolean, rejected: boolean): boolean {
  const call = currentCall();
  if (call === undefined) {
    if (isOurs(error)) return false;
    const outside = { error, explained: false };
    for (const run of going) run.outside.push(outside);
    return going.size > 0 && !listened;
  }
  const owner = call.owner as UnhandledErrorTracker;
  owner.blame(call, error, rejected);
  return going.has(owner) || owner.reported || owner.isOver(call);
}

/** Runs that have something to tell when nothing goes on that they began, or the process ends. */
const telling = new Set<UnhandledErrorTracker>();

function tellAtTheEnd(run: UnhandledErrorTracker): void {
  if (telling.size === 0) realProcess.once('exit', tellAll);
  telling.add(run);
}

function tell(run: UnhandledErrorTracker): void {
  if (!telling.delete(run)) return;
  run.tellOthers();
  if (telling.size === 0) realProcess.off('exit', tellAll);
}

function tellAll(): void {
  for (const run of [...telling]) tell(run);
}

function lookLater(): void {
  if (looking) return;
  looking = true;
  const timer = realTimers.setTimeout(() => {
    looking = false;
    for (const run of over) if (!run.work.isAlive) isDone(run);
    over.size > 0 ? lookLater() : stopIfIdle();
  }, LOOK);
  // The timers of our own, where Node's are fakes, keep the process going for as long.
  (timer as Partial<NodeJS.Timeout>).unref?.();
}

/** Nothing goes on any more that a run began. */
function isDone(run: UnhandledErrorTracker): void {
  over.delete(run);
  tell(run);
}

function stopIfIdle(): void {
  if (going.size + over.size > 0) return;
  stopIntercepting?.();
  stopIntercepting = undefined;
  stopTracing();
}
