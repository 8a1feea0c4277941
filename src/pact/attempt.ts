import type { Contract } from '../../contracts/contract.ts';
import { fs, hashToHex, path } from '../../model/platform/nodeModules.ts';
import { type Claim, isOutdated, keepClaim, readKept } from './claim.ts';
import { getPartPath, makeUnwritableError, NOT_CALLED } from './part.ts';

/**
 * Identifies a handler of one contract in the same way in every run: by the function's name and the test that verifies
 * it. The order of tests does not help, because some may be skipped (`test.only`, a shard) or retried.
 */
export interface HandlerName {
  readonly name: string;
  /** Relative to the directory of the witness; absent if neither the runner nor the stack shows it. */
  readonly testFile?: string;
  /**
   * The test's name besides the contract's title; absent if there is nothing else, or the runner does not provide it.
   */
  readonly test?: string;
  /** The number among handlers that are otherwise equal; absent for the first. */
  readonly number?: number;
}

/** The extension of an attempt, after the name of its part. No test runner watches it. */
export const ATTEMPT_EXTENSION = '.attempt';

/**
 * A record beside a contract's part: a handler was called and has not passed. The record of a failed handler stays. So
 * another handler of the contract, passing in the same run, cannot bring the part back.
 */
export class Attempt {
  readonly #contract: Contract;
  readonly #part: string;
  readonly #claim: Claim;
  readonly #file: string;

  /** @param claim the claim of the handler's test file on the table */
  constructor(dir: string, contract: Contract, claim: Claim, handler: HandlerName) {
    this.#contract = contract;
    this.#part = path.resolve(getPartPath(dir, contract));
    this.#claim = claim;
    this.#file = `${this.#part}.${hashToHex('sha256', JSON.stringify(handler)).slice(0, 16)}${ATTEMPT_EXTENSION}`;
  }

  /**
   * Records that the handler is called, or that it failed after it had passed.
   * @throws Error if it cannot be written
   */
  begin(): void {
    try {
      keepClaim(this.#file, this.#claim);
    } catch (cause) {
      throw makeUnwritableError(this.#contract, this.#part, cause, NOT_CALLED);
    }
  }

  /**
   * Records that the handler has passed. Returns whether all other handlers of the contract in this run have passed.
   * @throws Error if it cannot be written
   */
  notePassed(): boolean {
    try {
      fs.rmSync(this.#file, { force: true });
    } catch (cause) {
      throw makeUnwritableError(this.#contract, this.#part, cause, 'The handler passed; its pact is not complete.');
    }
    return !this.isDisputed();
  }

  /**
   * Whether any handler of the contract was called in this run and has not passed. Removes records of other runs.
   */
  isDisputed(): boolean {
    const { runner, round } = this.#claim;
    const others = readKept(path.dirname(this.#part), ATTEMPT_EXTENSION).filter(({ file }) =>
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
