import { now } from '../../model/platform/realProcess.ts';

/** One line on standard error that tells how far a long work is; it is gone when the work is done. */
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

  /** Takes the line away. */
  end(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
  }
}
