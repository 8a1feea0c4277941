import type { Scheduler } from 'fast-check';
import { HandlerCall } from './handlerCall.ts';
import type { LoggedCall } from './loggedCall.ts';
import { makeWatching } from './makeWatching.ts';
import type { Outage } from './outage.ts';
import { runWithin, type WatchedFunction } from './watchedFunction.ts';
import type { Watching } from './watching.ts';

/** What the handler of one run calls: records it, puts it in order, and lets it fail. */
export class DownstreamWatch {
  readonly #watched = new Set<WatchedFunction>();
  readonly watching: Watching = makeWatching((watched) => this.#watched.add(watched));
  #scheduler: Scheduler | undefined;
  #log: LoggedCall[] = [];

  /** Whether nothing is watched. */
  get isEmpty(): boolean {
    return this.#watched.size === 0;
  }

  /** The calls since the delivery began, in order. */
  get log(): readonly LoggedCall[] {
    return this.#log;
  }

  /** Begins a delivery. With a scheduler, asynchronous calls wait for their turn. */
  begin(scheduler?: Scheduler): void {
    this.#log = [];
    this.#scheduler = scheduler;
  }

  /** Runs one call of a handler, and gives the list of its calls, which grows meanwhile. */
  runCall<Result>(
    by: number,
    outages: readonly Outage[],
    work: (calls: readonly LoggedCall[]) => Promise<Result>,
  ): Promise<Result> {
    const scheduler = this.#scheduler;
    const call = new HandlerCall(
      {
        watches: (watched) => this.#watched.has(watched),
        inTurn: scheduler && ((builder) => void scheduler.scheduleSequence([builder])),
        log: this.#log,
      },
      by,
      outages,
    );
    return runWithin(call, () => work(call.calls));
  }

  /** Runs several works at once, and puts what they call in order. */
  async runAtOnce<Outcome>(works: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
    const scheduler = this.#scheduler;
    const outcomes = Promise.all(works.map((work) => work()));
    if (scheduler === undefined) return outcomes;
    // A scheduled call may never settle, and the scheduler would wait for it longer than for the works.
    await Promise.race([scheduler.waitFor(outcomes), outcomes]);
    while (scheduler.count() > 0) void scheduler.waitOne();
    return outcomes;
  }
}
