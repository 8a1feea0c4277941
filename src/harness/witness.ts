import type { EventClass } from '../../arbitraries/classes.ts';
import type { Identity } from '../../arbitraries/identity.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { FactName } from '../facts/facts.ts';
import { fs, hexHash, path } from '../platform/nodeModules.ts';
import { writeWhole } from '../platform/writeWhole.ts';
import type { Replay } from './contractViolation.ts';
import type { Difference } from './differences.ts';
import { packageDirectory } from './packageDirectory.ts';

/** A failing event, kept as its difference from the sample. */
export interface Witness {
  readonly title: string;
  readonly itemType: string;
  readonly class: EventClass;
  readonly facts: readonly FactName[];
  readonly replay: Replay | undefined;
  readonly differences: readonly Difference[];
  /** Which event of its run it was: its ids and instants are no differences. */
  readonly identity?: Identity | undefined;
}

/** The file of a contract's witness, beside its package.json; no test runner watches its extension. */
export function witnessPath({ title, table }: Pick<Contract, 'table' | 'title'>): string {
  const digest = hexHash('sha256', title).slice(0, 8);
  return path.join(
    packageDirectory(table),
    '__witnesses__',
    `${title.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${digest}.witness`,
  );
}

/** Keeps a witness, whole or not at all. Returns its file, or undefined where it cannot be written. */
export function saveWitness(contract: Contract, witness: Witness): string | undefined {
  const file = witnessPath(contract);
  try {
    writeWhole(file, `${JSON.stringify(witness, null, 2)}\n`);
    return file;
  } catch {
    // The violation that the witness is of matters more than the file: it is reported in any case.
    return undefined;
  }
}

/** The kept witness of a contract, `undefined` when there is none, `'unreadable'` when the file is no witness. */
export function loadWitness(contract: Contract): Witness | 'unreadable' | undefined {
  let text: string;
  try {
    text = fs.readFileSync(witnessPath(contract), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'unreadable';
  }
  try {
    const witness = JSON.parse(text) as Witness;
    return witness.title === contract.title && Array.isArray(witness.differences) ? witness : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Drops the witness of a contract. */
export function dropWitness(contract: Contract): void {
  const file = witnessPath(contract);
  fs.rmSync(file, { force: true });
  try {
    fs.rmdirSync(path.dirname(file));
  } catch {
    // Others are kept there, or there was none.
  }
}
