import type { Contract } from '../../../contracts/contract.ts';
import { fs, path } from '../../platform/nodeModules.ts';
import { writeWhole } from '../../platform/writeWhole.ts';
import { cannotBeKept, NOT_CALLED, partPath, partsOf } from './part.ts';

/** The file beside the parts of a table that says where the table is declared. */
const CLAIM = 'table';

interface Claim {
  /** The file that calls contractsFor; absent where the stack did not tell. */
  readonly declaredIn?: string | undefined;
}

/**
 * Claims the parts of a consumer for the table of a contract, before its handler is tried: the parts of a table that was
 * there before, and is declared no more, are removed. A consumer has one table, so another one that is still declared is
 * refused, whichever of the two comes first.
 * @throws Error that names both tables
 */
export function claimTable(dir: string, contract: Contract): void {
  const { consumer, table } = contract;
  const own = path.dirname(partPath(dir, contract));
  const claimed = claimedHere(path.resolve(partsOf(dir, consumer)));
  claimed.add(table.digest);
  // Written before others are looked at: of two that run at once, one sees the other at least.
  try {
    writeWhole(path.join(own, CLAIM), `${JSON.stringify({ declaredIn: table.declaredIn } satisfies Claim)}\n`);
  } catch (cause) {
    throw cannotBeKept(contract, partPath(dir, contract), cause, NOT_CALLED);
  }
  for (const digest of fs.readdirSync(partsOf(dir, consumer))) {
    const directory = path.join(partsOf(dir, consumer), digest);
    if (digest === path.basename(own) || !fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory()) continue;
    const other = declaredIn(directory);
    const still = other !== undefined && isStillDeclared(consumer, other, other === table.declaredIn ? 2 : 1);
    if (still || claimed.has(digest)) {
      throw twoTables(consumer, { file: table.declaredIn, directory: own }, { file: other, directory });
    }
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

const claims = new Map<string, Set<string>>();

/** The tables that claimed a directory since this was loaded, which runners do anew for each test file. */
function claimedHere(directory: string): Set<string> {
  const claimed = claims.get(directory) ?? new Set();
  claims.set(directory, claimed);
  return claimed;
}

/** The file that declares the table of a directory of parts, where that is known. */
export function declaredIn(directory: string): string | undefined {
  try {
    return (JSON.parse(fs.readFileSync(path.join(directory, CLAIM), 'utf8')) as Claim).declaredIn;
  } catch {
    return undefined;
  }
}

/** Whether a file may still declare so many tables of a consumer: by its name, or by one that is no text there. */
function isStillDeclared(consumer: string, file: string, tables: number): boolean {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return false;
  }
  const names = [...text.matchAll(/\bcontractsFor\s*(?:<[^(]*>)?\(\s*(?:(['"`])(.*?)\1\s*[,)])?/g)];
  return names.filter(([, quote, name]) => quote === undefined || name === consumer).length >= tables;
}

/** A table, as a message names it. */
export interface Declared {
  readonly file: string | undefined;
  readonly directory: string;
}

/** The error for two tables of one consumer. */
export function twoTables(consumer: string, ...both: readonly [Declared, Declared]): Error {
  const [one, other] = both.map(({ file, directory }) =>
    file === undefined ? `that of ${directory}` : `that of ${path.relative(process.cwd(), file)}`,
  );
  return new Error(
    `${consumer} has two tables: ${one} and ${other}. A consumer has one table, of which its pact is made: put all rows into one, or give one of them another consumer name. If one of them is gone, delete its parts (${both[1].directory}) and run the tests again.`,
  );
}
