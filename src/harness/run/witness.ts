import type { Contract } from '../../../contracts/contract.ts';
import type { EventClass } from '../../../model/event/eventClasses.ts';
import type { FactName } from '../../../model/facts/facts.ts';
import { fs, hexHash, isDeepStrictEqual, path } from '../../../model/platform/nodeModules.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { writeWhole } from '../../../model/platform/writeWhole.ts';
import type { Difference } from '../../../model/values/differences.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Replay } from '../failure/contractViolation.ts';
import { identifyHandler } from './handlerName.ts';
import { packageDirectory } from './packageDirectory.ts';

/** A failing event, kept as its difference from the sample. */
export interface Witness {
  readonly title: string;
  readonly itemType: string;
  readonly class: EventClass;
  readonly facts: readonly FactName[];
  readonly replay: Replay | undefined;
  readonly differences: readonly Difference[];
  /** The identity of the event in its run: its ids and instants do not count as differences. */
  readonly identity?: Identity | undefined;
  /** The handler that failed; any handler of the contract for a witness of an earlier release. */
  readonly handler?: HandlerName | undefined;
}

/** A witness with its file. */
export interface Kept {
  readonly file: string;
  readonly witness: Witness | 'unreadable';
}

/**
 * The file of a contract's witness, beside its package.json. No test runner watches its extension. The first failing
 * handler gets the plain name, others get their own.
 */
export function witnessPath({ title, table }: Pick<Contract, 'table' | 'title'>, handler?: HandlerName): string {
  const digests = [title, ...(handler === undefined ? [] : [JSON.stringify(identifyHandler(handler))])];
  const name = [
    title.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    ...digests.map((text) => hexHash('sha256', text).slice(0, 8)),
  ].join('-');
  return path.join(packageDirectory(table), '__witnesses__', `${name}.witness`);
}

/** Keeps a witness, whole or not at all. Returns its file, or undefined if it cannot be written. */
export function saveWitness(contract: Contract, witness: Witness): string | undefined {
  const { handler } = witness;
  const [own, shared] = [witnessPath(contract, handler), witnessPath(contract)];
  const file = read(contract, own) === undefined && isFor(contract, read(contract, shared), handler) ? shared : own;
  try {
    writeWhole(file, `${JSON.stringify(witness, null, 2)}\n`);
    return file;
  } catch {
    // The violation matters more than its witness file: it is reported in any case.
    return undefined;
  }
}

/**
 * The kept witness of a contract and a handler. It is `undefined` if it does not exist or cannot be read now, and
 * `'unreadable'` if the file is no witness.
 */
export function loadWitness(contract: Contract, handler: HandlerName): Kept | undefined {
  for (const file of [witnessPath(contract, handler), witnessPath(contract)]) {
    const witness = read(contract, file, (code) =>
      warn(`${contract.title}: its witness ${file} cannot be read (${code}), and is not played`),
    );
    if (witness !== undefined && isFor(contract, witness, handler)) return { file, witness };
  }
  return undefined;
}

/** Whether a handler may use the place of a witness: it is its own, or has no owner any more. */
function isFor(
  { table }: Contract,
  witness: Witness | 'unreadable' | undefined,
  handler: HandlerName | undefined,
): boolean {
  if (witness === undefined || witness === 'unreadable' || witness.handler === undefined) return true;
  if (handler !== undefined && isDeepStrictEqual(identifyHandler(witness.handler), identifyHandler(handler)))
    return true;
  const { testFile } = witness.handler;
  return testFile !== undefined && !fs.existsSync(path.join(packageDirectory(table), testFile));
}

/** @param fails called with the reason if an existing file cannot be read */
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
    // If a file replaces the directory, no witness was ever kept.
    if (!['ENOENT', 'ENOTDIR'].includes(code)) fails(code);
    return undefined;
  }
  try {
    const witness = JSON.parse(text) as Witness;
    return witness.title === title && Array.isArray(witness.differences) ? witness : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Removes a witness if possible: if it stays, the handler is not to blame, and the next run plays it again. */
export function dropWitness({ file }: Kept): void {
  try {
    fs.rmSync(file, { force: true });
    fs.rmdirSync(path.dirname(file));
  } catch {
    // The directory holds others, does not exist, or cannot be changed.
  }
}
