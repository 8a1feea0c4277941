import { RETRY_SECONDS } from './retryWithBackoff.ts';

/** The total milliseconds that a command waits for missing answers of a broker: many stalled pacts share one minute. */
export class WaitingBudget {
  #left: number;

  constructor(milliseconds: number = RETRY_SECONDS * 1000) {
    this.#left = milliseconds;
  }

  /** Whether the time is used up. */
  get spent(): boolean {
    return this.#left <= 0;
  }

  /**
   * Asks with the remaining time, or with a smaller maximum if given. A failed request counts against the time.
   * @throws the error of the request
   */
  async ask<Answer>(question: (maxMs: number) => Promise<Answer>, most: number = this.#left): Promise<Answer> {
    const began = performance.now();
    try {
      return await question(Math.min(most, this.#left));
    } catch (error) {
      this.#left -= performance.now() - began;
      throw error;
    }
  }
}
