import fc from 'fast-check';
import { nodeModule } from '../../../../model/platform/nodeModule.ts';
import { InvalidArgumentError, show } from '../../../../model/values/invalidArgument.ts';
import { draw } from '../../run/draw.ts';

/**
 * Makes an asynchronous function wait for its turn while several calls of the handler are in flight.
 * @typeParam Of - the function
 */
export type CallSchedule = <Of extends (...parameters: never[]) => PromiseLike<unknown>>(work: Of) => Of;

/**
 * What calls of a handler that are in flight at once ask of their store, one thing after the other, in an order that
 * fast-check's scheduler chooses.
 */
export class Interleaving {
  readonly #caller = new (nodeModule('node:async_hooks').AsyncLocalStorage)<number>();
  #scheduler: fc.Scheduler | undefined;
  #begun = 0;
  #asked: string[] = [];
  #schedules = false;

  /** The same function; it waits for its turn where calls of the handler in flight call it. */
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

  /** Whether there is a function that waits for its turn. */
  get schedules(): boolean {
    return this.#schedules;
  }

  /** Begins a delivery: the same number gives the same order. */
  begin(number: number): void {
    [this.#scheduler] = draw(() => fc.scheduler(), { seed: number, runs: 1 });
    this.#begun = 0;
    this.#asked = [];
  }

  /** Ends the delivery, and says what was done in it, in order: `2. get("…")` is of the second call. */
  end(): readonly string[] {
    this.#scheduler = undefined;
    return this.#asked;
  }

  /** Does some works at once, and hands out the turns of all that they schedule. */
  async run<Outcome>(works: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
    const scheduler = this.#scheduler;
    if (scheduler === undefined) return Promise.all(works.map((work) => work()));
    const outcomes = Promise.all(works.map((work) => this.#caller.run(this.#begun++, work)));
    // What has its turn may never settle, and the scheduler would wait for it longer than for the works.
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
        // Its failure is the handler's affair.
        await Promise.resolve(work()).then(resolve, reject);
      };
      scheduler.scheduleSequence([builder]);
    });
  }
}
