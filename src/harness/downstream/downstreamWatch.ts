import type { Scheduler } from 'fast-check';
import { getCurrentCall } from '../lambda/tracedCall.ts';
import { describeNeverSent } from './describeNeverSent.ts';
import { HandlerCall } from './handlerCall.ts';
import type { LoggedCall } from './loggedCall.ts';
import { makeWatching } from './makeWatching.ts';
import type { Outage } from './outage.ts';
import { warnOfStray } from './warnOfStray.ts';
import { runWithin, type WatchedFunction } from './watchedFunction.ts';
import type { Watching } from './watching.ts';

/** What the handler of one run calls: records it, puts it in order, and lets it fail. */
export class DownstreamWatch {
  readonly #watched = new Set<WatchedFunction>();
  readonly watching: Watching = makeWatching((watched) => this.#add(watched));
  #scheduler: Scheduler | undefined;
  #log: LoggedCall[] = [];
  /** The number of handler calls that run now. */
  #running = 0;
  readonly #stopListening: (() => void)[] = [];

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
    this.#running++;
    return runWithin(call, () => work(call.calls)).finally(() => {
      this.#running--;
    });
  }

  /** Lines about commands that are marked `once`, but never come, although the same client sends others. */
  describeNeverSent(): string[] {
    return [...this.#watched].filter(({ called }) => called.size > 0).flatMap(describeNeverSent);
  }

  /** Ends the run: calls outside of any event no longer matter. */
  end(): void {
    for (const stop of this.#stopListening.splice(0)) stop();
  }

  #add(watched: WatchedFunction): void {
    if (this.#watched.has(watched)) return;
    this.#watched.add(watched);
    const listener = (): void => {
      // The hooks of a run, such as `reset`, may call it.
      if (this.#running > 0 && getCurrentCall() === undefined) warnOfStray(watched);
    };
    watched.strayListeners.add(listener);
    this.#stopListening.push(() => watched.strayListeners.delete(listener));
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
