import fc from 'fast-check';
import { loadNodeModule } from '../../../../model/platform/loadNodeModule.ts';
import { InvalidArgumentError, show } from '../../../../model/values/invalidArgument.ts';
import { draw } from '../../run/draw.ts';

/**
 * Makes an asynchronous function wait for its turn while several calls of the handler are in flight.
 * @typeParam Of - the function
 */
export type CallSchedule = <Of extends (...parameters: never[]) => PromiseLike<unknown>>(work: Of) => Of;

/**
 * Orders the store calls of handler calls in flight at once. One store call runs at a time, and fast-check's scheduler
 * chooses the next.
 */
export class Interleaving {
  readonly #caller = new (loadNodeModule('node:async_hooks').AsyncLocalStorage)<number>();
  #scheduler: fc.Scheduler | undefined;
  #begun = 0;
  #asked: string[] = [];
  #schedules = false;

  /** The same function, which waits for its turn within handler calls in flight. */
  readonly schedule: CallSchedule = <Of extends (...parameters: never[]) => PromiseLike<unknown>>(work: Of): Of => {
    if (typeof work !== 'function') {
      throw new InvalidArgumentError({
        argument: 'the argument of schedule',
        received: work,
        allowed: 'an asynchronous function that the handler calls',
      });
    }
    this.#schedules = true;
    const inTurn = this.#inTurn.bind(this);
    const scheduled = function (this: unknown, ...parameters: never[]): PromiseLike<unknown> {
      return inTurn(
        () => work.apply(this, parameters),
        () => `${work.name}(${parameters.map(show).join(', ')})`,
      );
    };
    return Object.defineProperty(scheduled, 'name', { value: work.name }) as unknown as Of;
  };

  /** Whether any function waits for its turn. */
  get schedules(): boolean {
    return this.#schedules;
  }

  /** Begins a delivery: the same number gives the same order. */
  begin(number: number): void {
    [this.#scheduler] = draw(() => fc.scheduler(), { seed: number, runs: 1 });
    this.#begun = 0;
    this.#asked = [];
  }

  /** Ends the delivery, and returns the store calls in order: `2. get("…")` is from the second handler call. */
  end(): readonly string[] {
    this.#scheduler = undefined;
    return this.#asked;
  }

  /** Runs several works at once, and orders everything that they schedule. */
  async run<Outcome>(works: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
    const scheduler = this.#scheduler;
    if (scheduler === undefined) return Promise.all(works.map((work) => work()));
    const outcomes = Promise.all(works.map((work) => this.#caller.run(this.#begun++, work)));
    // A scheduled call may never settle, and the scheduler would wait for it longer than for the works.
    await Promise.race([scheduler.waitFor(outcomes), outcomes]);
    while (scheduler.count() > 0) void scheduler.waitOne();
    return outcomes;
  }

  #inTurn(work: () => PromiseLike<unknown>, words: () => string): PromiseLike<unknown> {
    const caller = this.#caller.getStore();
    const scheduler = this.#scheduler;
    if (caller === undefined || scheduler === undefined) return work();
    return new Promise((resolve, reject) => {
      const builder = async (): Promise<void> => {
        this.#asked.push(`${caller + 1}. ${words()}`);
        // The handler deals with its failure.
        await Promise.resolve(work()).then(resolve, reject);
      };
      scheduler.scheduleSequence([builder]);
    });
  }
}
