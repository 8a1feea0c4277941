import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { realTimers } from '../../../model/platform/realProcess.ts';
import { summarizeThrown } from '../failure/formatThrown.ts';
import { runUntraced } from '../lambda/tracedCall.ts';
import { runQuietly } from '../recording/readNotes.ts';
import { describeFailedResponse, findFailedResponse } from './failedResponse.ts';
import type { LoggedCall } from './loggedCall.ts';
import { makeOutageError } from './makeOutageError.ts';
import type { Outage } from './outage.ts';
import { snapshot } from './snapshot.ts';
import type { CallPerformer, WatchedFunction } from './watchedFunction.ts';

/** The most calls that fail in one outage within a call of a handler: one that retries without end then gets through. */
const MOST_FAILING = 20;

/** What a handler's call needs of the run. */
export interface DownstreamOfRun {
  watches(watched: WatchedFunction): boolean;
  /** Lets fast-check decide when an asynchronous call begins, if several handler calls are in flight. */
  readonly inTurn: ((begin: () => Promise<void>) => void) | undefined;
  /** All calls of the delivery, in order. */
  readonly log: LoggedCall[];
}

const { isPromise } = loadNodeModule('node:util').types;

/** One call of a handler: performs and records what it calls. */
export class HandlerCall implements CallPerformer {
  readonly calls: LoggedCall[] = [];
  readonly #run: DownstreamOfRun;
  readonly #by: number;
  readonly #outages: readonly Outage[];
  /** The services of the outages that go on, and the number of their failed calls. */
  readonly #failing = new Map<Outage, { readonly target: object; count: number }>();

  constructor(run: DownstreamOfRun, by: number, outages: readonly Outage[]) {
    this.#run = run;
    this.#by = by;
    this.#outages = outages;
  }

  watches(watched: WatchedFunction): boolean {
    return this.#run.watches(watched);
  }

  perform(watched: WatchedFunction, self: unknown, args: readonly unknown[]): unknown {
    const { name, once, args: shown } = watched.describe(args);
    watched.called.add(name);
    const copies = runQuietly(() => shown.map(snapshot));
    const call: LoggedCall = { by: this.#by, name, args: copies, outcome: 'pending', ...(once && { once }) };
    const begin = (): unknown => {
      this.calls.push(call);
      this.#run.log.push(call);
      return this.#begin(call, watched, () => Reflect.apply(watched.work, self, args));
    };
    const { inTurn } = this.#run;
    if (inTurn === undefined || watched.isAsync !== true) return begin();
    return new Promise((resolve, reject) => {
      // The handler deals with its failure.
      inTurn(async () => {
        await Promise.resolve().then(begin).then(resolve, reject);
      });
    });
  }

  #begin(call: LoggedCall, watched: WatchedFunction, work: () => unknown): unknown {
    const outage = this.#findOutage(call, watched);
    if (outage?.effect === 'before') {
      const give = failInOutage(call, outage, watched);
      return watched.isAsync === false ? give() : waitOneTurn().then(give);
    }
    let result: unknown;
    try {
      result = work();
    } catch (error) {
      noteFailed(call, error);
      throw error;
    }
    watched.isAsync = isPromise(result);
    if (isPromise(result)) {
      return result.then(
        (value) => {
          watched.makeFailedResponse ??= findFailedResponse(value);
          if (outage !== undefined) return failInOutage(call, outage, watched)();
          noteDone(call, value);
          return value;
        },
        (error) => {
          noteFailed(call, error);
          throw error;
        },
      );
    }
    if (outage !== undefined) return failInOutage(call, outage, watched)();
    noteDone(call, result);
    return result;
  }

  #findOutage({ once }: LoggedCall, { target }: WatchedFunction): Outage | undefined {
    const place = this.calls.length - 1;
    for (const outage of this.#outages) {
      const failing = this.#failing.get(outage);
      const isMet = failing === undefined ? outage.place === place : outage.lasts && failing.target === target;
      if (!isMet || (failing?.count ?? 0) >= MOST_FAILING) continue;
      this.#failing.set(outage, { target, count: (failing?.count ?? 0) + 1 });
      // Nobody can repeat such a call safely: its effect is unknown.
      return once ? { ...outage, effect: 'before' } : outage;
    }
    return undefined;
  }
}

/** Notes that an outage fails a call, and gives what its caller gets: an error, or the response of a failing service. */
function failInOutage(call: LoggedCall, { error: kind, effect }: Outage, watched: WatchedFunction): () => unknown {
  call.outage = effect;
  call.outcome = 'failed';
  const response = watched.makeFailedResponse?.(kind);
  if (response !== undefined) {
    call.error = describeFailedResponse(kind);
    return () => response;
  }
  const error = makeOutageError(kind);
  noteFailed(call, error);
  return () => {
    throw error;
  };
}

function noteDone(call: LoggedCall, result: unknown): void {
  call.outcome = 'done';
  if (result !== undefined) call.result = runQuietly(() => snapshot(result));
}

function noteFailed(call: LoggedCall, error: unknown): void {
  call.outcome = 'failed';
  call.error = runQuietly(() => summarizeThrown(error));
}

/** A call over the network fails no sooner. So a handler that retries without end does not keep the event loop busy. */
function waitOneTurn(): Promise<void> {
  return new Promise((resolve) => {
    runUntraced(() => realTimers.setImmediate(resolve));
  });
}
