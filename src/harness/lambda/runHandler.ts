import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { now, realTimers } from '../../../model/platform/realProcess.ts';
import type { FinishedCall } from '../checks/check.ts';
import { findFailure, type HandlerFailure } from '../checks/checks.ts';
import { isSameData } from '../checks/isSameData.ts';
import { isUnfitAnswer } from '../checks/unfitAnswer.ts';
import { writeAnswer } from '../checks/writeAnswer.ts';
import type { Traces } from '../failure/findCaught.ts';
import { runQuietly } from '../recording/readNotes.ts';
import type { Answered } from './firstAnswer.ts';
import { invoke } from './invoke.ts';
import { type LambdaCallback, type LambdaContext, makeLambdaContext } from './makeLambdaContext.ts';
import { PendingWork } from './pendingWork.ts';
import type { TracedCall } from './tracedCall.ts';
import type { UnhandledErrorTracker } from './unhandledErrorTracker.ts';

/** A Lambda handler of Cases events. Its type accepts handlers of narrower events and of `EventBridgeEvent`. */
export type Handler = (event: never, context: never, callback: never) => unknown;

/**
 * An inline handler: its parameters get their types from the context.
 * @typeParam Event - the events of the contract
 */
export type InlineHandler<Event = CasesEvent> = (
  event: Event,
  context: LambdaContext,
  callback: LambdaCallback,
) => unknown;

/** Milliseconds to wait for late errors: the minimum, and the maximum while the call's work continues. */
export interface Grace {
  readonly least: number;
  readonly most: number;
}

/** One event for a handler, and what the verdict on the call needs. */
export interface Call {
  readonly handler: Handler;
  readonly event: object;
  /** Makes an equal event, to detect whether the handler changed its own. */
  readonly rebuild: () => object;
  readonly domain: Domain;
  /** The id of the invocation. */
  readonly requestId: string;
  /** Milliseconds after which a handler counts as hung. */
  readonly timeout: number;
  /** The remaining milliseconds that the context reports, if we stop a handler earlier than Lambda would. */
  readonly remaining?: number;
  readonly errorTracker: UnhandledErrorTracker;
  /** The time to wait for late errors; by default one turn of the event loop. */
  readonly graceMs?: Grace;
  /** Receives the answer of a passing handler, a returned value that Lambda ignores, and what the call left behind. */
  readonly answered?: (result: unknown, ignored: unknown, traces: Traces) => void;
  /** Receives the answer of a passing handler as JSON, also that of a function behind a transport. */
  readonly observed?: ((answer: string | undefined) => void) | undefined;
  /** The played input, to find it again after an overdue error. */
  readonly subject?: unknown;
}

/** Calls a handler as Lambda does, and returns its failure, if any. */
export async function runHandler(call: Call): Promise<HandlerFailure | undefined> {
  const { errorTracker, subject, graceMs } = call;
  const isChanged = (): boolean => !runQuietly(() => isSameData(call.event, call.rebuild()));
  const work = new PendingWork();
  const printed: string[] = [];
  const promises: PromiseLike<unknown>[] = [];
  const traced: TracedCall = {
    owner: errorTracker,
    late: undefined,
    began: now(),
    done: false,
    subject,
    work,
    waits: false,
    ...(errorTracker.showsOutput ? {} : { printed }),
    promises,
  };
  const outcome = await awaitSettled(call, traced);
  const wasKept = graceMs !== undefined && !isChanged();
  await waitForLateErrors(traced, graceMs);
  if (subject !== undefined && traced.work.isAlive) errorTracker.givenEvents.add({ subject, isChanged });
  errorTracker.finishCall(traced, outcome.hung !== undefined);
  const failure = findFailure({
    ...outcome,
    late: traced.late,
    event: { given: call.event, rebuild: call.rebuild, wasKept },
  });
  traced.promises = undefined;
  if (failure === undefined) {
    call.answered?.(outcome.result, outcome.ignored, { promises, printed });
    call.observed?.(traced.answer ?? writeAnswer(outcome.result ?? outcome.ignored).json);
  }
  return failure === undefined || printed.length === 0 ? failure : { ...failure, printed: [...printed] };
}

/**
 * Waits some milliseconds in real time; without a number one turn of the event loop. Node reports unhandled rejections
 * after the microtasks of a turn.
 */
export function wait(milliseconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds === undefined) realTimers.setImmediate(resolve);
    else realTimers.setTimeout(resolve, milliseconds);
  });
}

async function waitForLateErrors(call: TracedCall, graceMs: Grace | undefined): Promise<void> {
  const until = now() + (graceMs?.most ?? 0);
  await wait(graceMs?.least);
  while (call.late === undefined && call.work.isAlive && now() < until) await wait(5);
}

/** How a call ended, as far as the handler itself shows. */
type Settled = Answered & Pick<FinishedCall, 'hung' | 'inner' | 'thrown'>;

function awaitSettled(
  { handler, event, domain, requestId, timeout, remaining = timeout, errorTracker }: Call,
  traced: TracedCall,
): Promise<Settled> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const settle = (outcome: Settled): void => {
      over = true;
      realTimers.clearTimeout(timer);
      resolve(outcome);
    };
    const hang = (): void => {
      const open = traced.waits ? errorTracker.listKeepingLoop(traced) : undefined;
      // The event loop has just become empty, so the handler did settle.
      if (open?.length === 0) settle({});
      else settle({ hung: { ...(open && { open }) } });
    };
    invoke(handler, event, (ways) => makeLambdaContext(domain, requestId, remaining, ways), traced).then(
      (answered) => settle(answered),
      (error) => settle(isUnfitAnswer(error) ? { inner: error.failure } : { thrown: { error } }),
    );
    // Most calls finish within this turn, and need no timer.
    realTimers.setImmediate(() => {
      if (!over) timer = realTimers.setTimeout(hang, timeout);
    });
  });
}
