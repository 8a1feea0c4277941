import { PATIENCE } from './retryWithBackoff.ts';

/** The milliseconds that a command waits, in all, for what a broker does not give: many stalled pacts share one minute. */
export class WaitingBudget {
  #left: number;

  constructor(milliseconds: number = PATIENCE * 1000) {
    this.#left = milliseconds;
  }

  /** Whether nothing is left to wait for. */
  get spent(): boolean {
    return this.#left <= 0;
  }

  /**
   * Lets somebody ask with what is left, up to so many milliseconds where that is said; the time counts when asking fails.
   * @throws what asking throws
   */
  async ask<Answer>(question: (patience: number) => Promise<Answer>, most: number = this.#left): Promise<Answer> {
    const began = performance.now();
    try {
      return await question(Math.min(most, this.#left));
    } catch (error) {
      this.#left -= performance.now() - began;
      throw error;
    }
  }
}
