import type { Contract } from '../../contracts/contract.ts';
import { fs, hexHash, path } from '../../model/platform/nodeModules.ts';
import { type Claim, isOutdated, keepClaim, keptIn } from './claim.ts';
import { cannotBeKept, NOT_CALLED, partPath } from './part.ts';

/**
 * What tells the handlers of one contract apart, in every run alike: the name of the function, and the test that verifies
 * it. The order of the tests does not tell it, since some may be skipped (`test.only`, a shard) or tried again.
 */
export interface HandlerName {
  readonly name: string;
  /** From the directory that the witness lies in; absent where neither the runner nor the stack tells. */
  readonly testFile?: string;
  /** What the test is called beside the contract's title; absent where it is called nothing else, or the runner does not tell. */
  readonly test?: string;
  /** Which it is of those that are called the same by all that; absent for the first. */
  readonly number?: number;
}

/** What follows the name of a part in that of an attempt: none that a test runner watches. */
export const ATTEMPT_EXTENSION = '.attempt';

/**
 * The word, beside the part of a contract, that a handler was tried and has not passed. That of a handler that fails
 * stays, so that no other handler of the contract that passes in the same run brings the part back.
 */
export class Attempt {
  readonly #contract: Contract;
  readonly #part: string;
  readonly #claim: Claim;
  readonly #file: string;

  /** @param claim what the handler's test file has claimed the table by */
  constructor(dir: string, contract: Contract, claim: Claim, handler: HandlerName) {
    this.#contract = contract;
    this.#part = path.resolve(partPath(dir, contract));
    this.#claim = claim;
    this.#file = `${this.#part}.${hexHash('sha256', JSON.stringify(handler)).slice(0, 16)}${ATTEMPT_EXTENSION}`;
  }

  /**
   * The handler is tried, or has failed after all.
   * @throws Error when that cannot be kept
   */
  begin(): void {
    try {
      keepClaim(this.#file, this.#claim);
    } catch (cause) {
      throw cannotBeKept(this.#contract, this.#part, cause, NOT_CALLED);
    }
  }

  /**
   * The handler has passed. Returns whether all others of its contract have that were tried in this run.
   * @throws Error when that cannot be kept
   */
  passed(): boolean {
    try {
      fs.rmSync(this.#file, { force: true });
    } catch (cause) {
      throw cannotBeKept(this.#contract, this.#part, cause, 'The handler passed; its pact is not complete.');
    }
    return !this.isDisputed();
  }

  /** Whether a handler of the contract was tried in this run and has not passed. What is of another run is removed. */
  isDisputed(): boolean {
    const { runner, round } = this.#claim;
    const others = keptIn(path.dirname(this.#part), ATTEMPT_EXTENSION).filter(({ file }) =>
      file.startsWith(`${this.#part}.`),
    );
    return others
      .map(({ file, claim }) => {
        const counts = claim.runner === runner && claim.round >= round && !isOutdated(claim);
        if (!counts) fs.rmSync(file, { force: true });
        return counts;
      })
      .some((counts) => counts);
  }
}
