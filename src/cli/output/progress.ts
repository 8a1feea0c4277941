import { now } from '../../../model/platform/realProcess.ts';

/** One line on standard error with the progress of a long task; it disappears at the end. */
export class Progress {
  readonly #shown: boolean;
  #last = now();

  constructor(shown: boolean) {
    this.#shown = shown;
  }

  /** Shows some words, at most five times a second. */
  show(words: () => string): void {
    if (!this.#shown || now() - this.#last < 200) return;
    this.#last = now();
    process.stderr.write(`\r\u001b[K${words()}`);
  }

  /** Removes the line. */
  end(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
  }
}
