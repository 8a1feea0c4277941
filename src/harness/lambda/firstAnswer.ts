import { now } from '../../../model/platform/realProcess.ts';
import { awaitEmptyLoop } from './eventLoop.ts';
import type { TracedCall } from './tracedCall.ts';

/** How a function answered. */
export interface Answered {
  readonly result?: unknown;
  /** The returned value, if it is no promise and Lambda ignores it. */
  readonly ignored?: unknown;
}

/** Milliseconds to wait for the first answer of a function without active work of its own, such as through a pool. */
const GRACE = 20;

/** Milliseconds to wait, by function, once the duration of its answers is known. */
const graces = new WeakMap<object, number>();

/** The first answer of one call. */
export class FirstAnswer {
  readonly #lambda: object;
  readonly #call: TracedCall | undefined;
  readonly #resolve: (answered: Answered) => void;
  readonly #reject: (error: unknown) => void;
  #given = false;
  /** When we assumed an answer because none came: a later error still counts. */
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

  /** The function answers with an error. */
  fail(error: unknown): void {
    if (this.#isFirst()) this.#reject(error);
    else if (this.#assumedAt !== undefined) this.#call?.owner.blame(this.#call, error);
  }

  /** The function answers with a result. */
  succeed(result: unknown): void {
    if (this.#isFirst()) this.#resolve({ result });
  }

  /** The function gives a result, which becomes its answer when the event loop is empty. */
  succeedWhenEmpty(result: unknown): void {
    if (this.#isFirst()) awaitEmptyLoop(this.#call, 0, () => this.#resolve({ result }));
  }

  /** The function returned a value that is no promise, and this is its answer. */
  assume(answered: Answered): void {
    if (this.#given) return;
    this.#given = true;
    this.#assumedAt = now();
    this.#resolve(answered);
  }

  /**
   * The function returned a value that Lambda ignores: its answer is null unless one comes before the event loop is
   * empty.
   */
  assumeWhenEmpty(ignored: unknown): void {
    if (this.#given) return;
    awaitEmptyLoop(this.#call, graces.get(this.#lambda) ?? GRACE, () => {
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
