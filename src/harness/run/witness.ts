import type { Contract } from '../../../contracts/contract.ts';
import type { EventClass } from '../../../model/event/eventClasses.ts';
import type { FactName } from '../../../model/facts/facts.ts';
import { fs, hashToHex, isDeepStrictEqual, path } from '../../../model/platform/nodeModules.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { writeWhole } from '../../../model/platform/writeWhole.ts';
import type { Difference } from '../../../model/values/differences.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Replay } from '../failure/contractViolation.ts';
import { findPackageDirectory } from './findPackageDirectory.ts';
import { identifyHandler } from './handlerName.ts';

/** A failing event, saved as its differences from the sample. */
export interface Witness {
  readonly title: string;
  /** The related item type; undefined for a case event. */
  readonly itemType: string | undefined;
  readonly class: EventClass;
  readonly facts: readonly FactName[];
  readonly replay: Replay | undefined;
  readonly differences: readonly Difference[];
  /** The identity of the event in its run: its ids and instants are no differences. */
  readonly identity?: Identity | undefined;
  /** The failing handler; absent in files of earlier releases, which are for any handler. */
  readonly handler?: HandlerName | undefined;
}

/** A witness with its file. */
export interface Kept {
  readonly file: string;
  readonly witness: Witness | 'unreadable';
}

/**
 * The file of a contract's witness, beside its package.json. No test runner watches its extension. The first failing
 * handler gets the plain name, and others get their own.
 */
export function getWitnessPath({ title, table }: Pick<Contract, 'table' | 'title'>, handler?: HandlerName): string {
  const digests = [title, ...(handler === undefined ? [] : [JSON.stringify(identifyHandler(handler))])];
  const name = [
    title.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    ...digests.map((text) => hashToHex('sha256', text).slice(0, 8)),
  ].join('-');
  return path.join(findPackageDirectory(table), '__witnesses__', `${name}.witness`);
}

/** Saves a witness completely or not at all. Returns its file, or undefined if it cannot be written. */
export function saveWitness(contract: Contract, witness: Witness): string | undefined {
  const { handler } = witness;
  const [own, shared] = [getWitnessPath(contract, handler), getWitnessPath(contract)];
  const file = read(contract, own) === undefined && isFor(contract, read(contract, shared), handler) ? shared : own;
  try {
    writeWhole(file, `${JSON.stringify(toSaved(witness), null, 2)}\n`);
    return file;
  } catch {
    // The violation is reported without the file, because it matters more.
    return undefined;
  }
}

/**
 * The saved witness of a contract and a handler. It is undefined if there is no file, or the file cannot be read now.
 * It is `'unreadable'` if the file is no witness.
 */
export function loadWitness(contract: Contract, handler: HandlerName): Kept | undefined {
  for (const file of [getWitnessPath(contract, handler), getWitnessPath(contract)]) {
    const witness = read(contract, file, (code) =>
      warn(`${contract.title}: its witness ${file} cannot be read (${code}), and is not played`),
    );
    if (witness !== undefined && isFor(contract, witness, handler)) return { file, witness };
  }
  return undefined;
}

/** Whether a handler may use a file: it is free, or its witness belongs to this handler or to none any more. */
function isFor(
  { table }: Contract,
  witness: Witness | 'unreadable' | undefined,
  handler: HandlerName | undefined,
): boolean {
  if (witness === undefined || witness === 'unreadable' || witness.handler === undefined) return true;
  if (handler !== undefined && isDeepStrictEqual(identifyHandler(witness.handler), identifyHandler(handler)))
    return true;
  const { testFile } = witness.handler;
  return testFile !== undefined && !fs.existsSync(path.join(findPackageDirectory(table), testFile));
}

/** @param fails gets the code of the error if an existing file cannot be read */
function read(
  { title }: Contract,
  file: string,
  fails: (code: string) => void = () => undefined,
): Witness | 'unreadable' | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // If a file has the place of the directory, no witness was ever saved.
    if (!['ENOENT', 'ENOTDIR'].includes(code)) fails(code);
    return undefined;
  }
  try {
    const witness = toWitness(JSON.parse(text) as SavedWitness);
    return witness.title === title && Array.isArray(witness.differences) ? witness : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** A witness in its file: the item type of a case event is an empty text. */
type SavedWitness = Omit<Witness, 'itemType'> & { readonly itemType: string };

function toSaved(witness: Witness): SavedWitness {
  return { ...witness, itemType: witness.itemType ?? '' };
}

function toWitness(saved: SavedWitness): Witness {
  return { ...saved, itemType: saved.itemType === '' ? undefined : saved.itemType };
}

/** Removes a witness if possible. One that stays is no fault of the handler: the next run plays it once more. */
export function dropWitness({ file }: Kept): void {
  try {
    fs.rmSync(file, { force: true });
    fs.rmdirSync(path.dirname(file));
  } catch {
    // The directory holds other witnesses, the file is missing, or nothing can be removed.
  }
}
