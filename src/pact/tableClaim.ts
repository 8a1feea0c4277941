import type { Contract } from '../../contracts/contract.ts';
import { getRunningTestFile } from '../../model/platform/getRunningTestFile.ts';
import { identifyRunner } from '../../model/platform/identifyRunner.ts';
import { fs, path } from '../../model/platform/nodeModules.ts';
import { type Claim, hashFiles, isOutdated, readClaims, removeClaim, writeClaim } from './claim.ts';
import { getPartPath, getPartsDirectory, makeUnwritableError, NOT_CALLED } from './part.ts';

/**
 * Claims the parts of a consumer for the table of a contract, before its handler is called. A consumer has one table.
 * If test files claim two in one run, the second is refused, whichever comes first.
 *
 * A test file gives up its earlier claim when it claims another table, changes, or disappears. Parts without a claim
 * are removed. Parts from another run stay while their test file is unchanged; `assemble` refuses two tables.
 * @param runner identifies the test runner for all its workers
 * @returns the claim
 * @throws Error that names both tables
 */
export function claimTable(dir: string, contract: Contract, runner: string = identifyRunner()): Claim {
  const { consumer, table } = contract;
  const all = path.resolve(getPartsDirectory(dir, consumer));
  const own = path.resolve(path.dirname(getPartPath(dir, contract)));
  const testFile = getRunningTestFile() ?? table.testFile;
  const round = findRound(all, runner, testFile);
  const claimed: Claim = { testFile, runner, round, files: hashFiles([testFile, table.declaredIn]) };
  // Written before the check of others: of two simultaneous claims, at least one then sees the other.
  try {
    writeClaim(own, claimed);
  } catch (cause) {
    throw makeUnwritableError(contract, getPartPath(dir, contract), cause, NOT_CALLED);
  }
  for (const directory of listTables(all).filter((one) => one !== own)) {
    for (const claim of readClaims(directory)) {
      const outdated = isOutdated(claim);
      if (!outdated && claim.runner === runner && claim.round >= round) {
        throw explainTwoTables(
          consumer,
          { directory: own, testFiles: [testFile] },
          { directory, testFiles: [claim.testFile] },
        );
      }
      if (outdated || claim.testFile === testFile) removeClaim(directory, claim);
    }
    if (readClaims(directory).length === 0) removeParts(directory, contract);
  }
  return claimed;
}

function removeParts(directory: string, contract: Contract): void {
  try {
    // Another worker may write there until it is refused.
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  } catch (cause) {
    throw makeUnwritableError(contract, directory, cause, NOT_CALLED);
  }
}

function listTables(directory: string): string[] {
  const entries = fs.readdirSync(directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(directory, name));
}

/** The rounds of the running test files. Some runners give each file its own realm, others share one. */
const ROUNDS = Symbol.for('connect-cases-contracts: rounds of test files');
const realm = globalThis as { [ROUNDS]?: Map<string, number> };

/**
 * The round in which a runner runs a test file. A watching runner runs its files many times, and a claim of an earlier
 * round may be outdated. So a file that runs again begins a new round, and the files after it join that round.
 */
function findRound(all: string, runner: string, testFile: string | undefined): number {
  realm[ROUNDS] ??= new Map();
  const rounds = realm[ROUNDS];
  const key = JSON.stringify([all, runner, testFile]);
  const known = rounds.get(key);
  if (known !== undefined) return known;
  const claims = fs.existsSync(all)
    ? listTables(all)
        .flatMap(readClaims)
        .filter((claim) => claim.runner === runner)
    : [];
  const last = Math.max(1, ...claims.map((claim) => claim.round));
  const again = claims.some((claim) => claim.round === last && claim.testFile === testFile);
  const round = again ? last + 1 : last;
  rounds.set(key, round);
  return round;
}

/** A table as a message names it. */
export interface Claimed {
  readonly directory: string;
  readonly testFiles: readonly (string | undefined)[];
}

/** The error for two tables of one consumer. */
export function explainTwoTables(consumer: string, ...both: readonly [Claimed, Claimed]): Error {
  const [one, other] = both.map(nameTable);
  const [here, there] = both.map(({ directory }) => showFile(directory));
  return new Error(
    `${consumer} has two tables${one === other ? `, both of ${one}` : `: that of ${one} and that of ${other}`}. A consumer has one table, because its pact is made from it: put all rows into one, or give one of them another consumer name. If one of them is gone, run all tests again; if this error stays, delete its parts (${here} or ${there}).`,
  );
}

/** Names a table by the test files that verify it, or else by its directory. */
export function nameTable({ directory, testFiles }: Claimed): string {
  const files = testFiles.flatMap((file) => (file === undefined ? [] : [showFile(file)]));
  return files.length === 0 ? showFile(directory) : files.sort().join(', ');
}

function showFile(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
