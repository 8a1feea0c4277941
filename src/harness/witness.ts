import type { EventClass } from '../../arbitraries/classes.ts';
import type { Identity } from '../../arbitraries/identity.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { FactName } from '../facts/facts.ts';
import { fs, hexHash, path } from '../platform/nodeModules.ts';
import { warn } from '../platform/realProcess.ts';
import { runningTestFile } from '../platform/runningTestFile.ts';
import { writeWhole } from '../platform/writeWhole.ts';
import type { Replay } from './contractViolation.ts';
import type { Difference } from './differences.ts';
import { packageDirectory } from './packageDirectory.ts';
import type { Handler } from './runHandler.ts';
import { connectionOf } from './transports/via.ts';

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
  /** Whose failure it is; that of whoever verifies the contract, where an earlier release kept it. */
  readonly handler?: HandlerName | undefined;
}

/** What tells the handlers of one contract apart: the test file that verifies one, and the name of its function. */
export interface HandlerName {
  readonly name: string;
  /** From the directory that the witness lies in; absent where neither the runner nor the stack tells. */
  readonly testFile?: string;
}

/** A witness with the file that it is kept in. */
export interface Kept {
  readonly file: string;
  readonly witness: Witness | 'unreadable';
}

/** The name of a handler that a contract is verified with. */
export function handlerNameOf({ table }: Contract, handler: Handler): HandlerName {
  const connected = connectionOf(handler);
  const name = connected === undefined ? handler.name : `${connected.transport.name}(${connected.lambdaHandler.name})`;
  const testFile = runningTestFile() ?? table.testFile;
  if (testFile === undefined) return { name };
  return { name, testFile: path.relative(packageDirectory(table), testFile).split(path.sep).join('/') };
}

/**
 * The file of a contract's witness, beside its package.json; no test runner watches its extension. The first handler that
 * fails gets the plain name, others get one of their own.
 */
export function witnessPath({ title, table }: Pick<Contract, 'table' | 'title'>, handler?: HandlerName): string {
  const digests = [title, ...(handler === undefined ? [] : [JSON.stringify([handler.testFile, handler.name])])];
  const name = [
    title.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    ...digests.map((text) => hexHash('sha256', text).slice(0, 8)),
  ].join('-');
  return path.join(packageDirectory(table), '__witnesses__', `${name}.witness`);
}

/** Keeps a witness, whole or not at all. Returns its file, or undefined where it cannot be written. */
export function saveWitness(contract: Contract, witness: Witness): string | undefined {
  const { handler } = witness;
  const [own, shared] = [witnessPath(contract, handler), witnessPath(contract)];
  const file = read(contract, own) === undefined && isFor(contract, read(contract, shared), handler) ? shared : own;
  try {
    writeWhole(file, `${JSON.stringify(witness, null, 2)}\n`);
    return file;
  } catch {
    // The violation that the witness is of matters more than the file: it is reported in any case.
    return undefined;
  }
}

/**
 * The kept witness of a contract and a handler, `undefined` when there is none, or none that can be read now, `'unreadable'`
 * when the file is no witness.
 */
export function loadWitness(contract: Contract, handler: HandlerName): Kept | undefined {
  for (const file of [witnessPath(contract, handler), witnessPath(contract)]) {
    const witness = read(contract, file);
    if (witness !== undefined && isFor(contract, witness, handler)) return { file, witness };
  }
  return undefined;
}

/** Whether a handler may have the place of a witness: its own, or one that has no owner any more. */
function isFor(
  { table }: Contract,
  witness: Witness | 'unreadable' | undefined,
  handler: HandlerName | undefined,
): boolean {
  if (witness === undefined || witness === 'unreadable' || witness.handler === undefined) return true;
  const { name, testFile } = witness.handler;
  if (name === handler?.name && testFile === handler.testFile) return true;
  return testFile !== undefined && !fs.existsSync(path.join(packageDirectory(table), testFile));
}

function read({ title }: Contract, file: string): Witness | 'unreadable' | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Where a file stands in the place of the directory, no witness was ever kept.
    if (!['ENOENT', 'ENOTDIR'].includes(code)) {
      warn(`${title}: its witness ${file} cannot be read (${code}), and is not played`);
    }
    return undefined;
  }
  try {
    const witness = JSON.parse(text) as Witness;
    return witness.title === title && Array.isArray(witness.differences) ? witness : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Drops a witness, as far as it can: that it stays is no fault of the handler, and plays it once more. */
export function dropWitness({ file }: Kept): void {
  try {
    fs.rmSync(file, { force: true });
    fs.rmdirSync(path.dirname(file));
  } catch {
    // Others are kept there, there was none, or nothing can be removed there.
  }
}
