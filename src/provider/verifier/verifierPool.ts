import { availableParallelism } from 'node:os';
import { VerifierProcess } from './verifierProcess.ts';

/** More would wait for events, which one process makes for all. */
const MOST = 2;

/** Several processes of Pact's verifier, each with one run at a time, started on demand. */
export class VerifierPool {
  readonly #all: VerifierProcess[] = [];
  readonly #free: VerifierProcess[] = [];
  readonly #waiting: ((verifier: VerifierProcess) => void)[] = [];

  /** Runs work with a verifier that is not used otherwise. */
  async use<Result>(work: (verifier: VerifierProcess) => Promise<Result>): Promise<Result> {
    const verifier = await this.#take();
    try {
      return await work(verifier);
    } finally {
      const able = verifier.ended ? this.#replace(verifier) : verifier;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(able);
      else next(able);
    }
  }

  /** Ends the processes. */
  end(): void {
    for (const verifier of this.#all) verifier.end();
  }

  #take(): VerifierProcess | Promise<VerifierProcess> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#all.length >= Math.min(MOST, availableParallelism())) {
      return new Promise((resolve) => this.#waiting.push(resolve));
    }
    return this.#addVerifier();
  }

  /** Replaces a crashed verifier. */
  #replace(ended: VerifierProcess): VerifierProcess {
    this.#all.splice(this.#all.indexOf(ended), 1);
    return this.#addVerifier();
  }

  #addVerifier(): VerifierProcess {
    const verifier = new VerifierProcess();
    this.#all.push(verifier);
    return verifier;
  }
}
