import { now } from '../../../model/platform/realProcess.ts';
import { whenEmpty } from './eventLoop.ts';
import type { TracedCall } from './tracedCall.ts';

/** How a function answered. */
export interface Answered {
  readonly result?: unknown;
  /** What it returned without a promise, and Lambda ignores. */
  readonly ignored?: unknown;
}

/** Milliseconds to wait for the first answer of a function that has nothing of its own going on, such as by a pool. */
const GRACE = 20;

/** By function, how many milliseconds to wait, once it is known how long its answers take. */
const graces = new WeakMap<object, number>();

/** The answer of one call: the first that is given. */
export class FirstAnswer {
  readonly #lambda: object;
  readonly #call: TracedCall | undefined;
  readonly #resolve: (answered: Answered) => void;
  readonly #reject: (error: unknown) => void;
  #given = false;
  /** Nobody gave an answer, but ours was taken for it: an error that comes after all counts. */
  #assumedAt: number | undefined;

  constructor(
    lambda: object,
    call: TracedCall | undefined,
    resolve: (answered: Answered) => void,
    reject: (error: unknown) => void,
  ) {
    this.#lambda = lambda;
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** The function gives an error. */
  fail(error: unknown): void {
    if (this.#isFirst()) this.#reject(error);
    else if (this.#assumedAt !== undefined) this.#call?.owner.blame(this.#call, error);
  }

  /** The function gives a result. */
  succeed(result: unknown): void {
    if (this.#isFirst()) this.#resolve({ result });
  }

  /** The function gives a result, which is its answer when the event loop is empty. */
  succeedWhenEmpty(result: unknown): void {
    if (this.#isFirst()) whenEmpty(this.#call, 0, () => this.#resolve({ result }));
  }

  /** The function returned something that is no promise, and that is its answer. */
  assume(answered: Answered): void {
    if (this.#given) return;
    this.#given = true;
    this.#assumedAt = now();
    this.#resolve(answered);
  }

  /** The function returned something that is ignored: without an answer until the event loop is empty there is none. */
  assumeWhenEmpty(ignored: unknown): void {
    if (this.#given) return;
    whenEmpty(this.#call, graces.get(this.#lambda) ?? GRACE, () => {
      if (!graces.has(this.#lambda)) graces.set(this.#lambda, 0);
      this.assume({ ignored });
    });
  }

  #isFirst(): boolean {
    if (this.#assumedAt !== undefined) {
      // The event loop was not empty after all.
      const took = 5 * (now() - this.#assumedAt);
      graces.set(this.#lambda, Math.max(graces.get(this.#lambda) ?? 0, took));
    }
    const first = !this.#given;
    this.#given = true;
    return first;
  }
}
