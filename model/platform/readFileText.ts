import type { Stats } from 'node:fs';
import { describeSystemError } from './describeSystemError.ts';
import { loadNodeModule } from './loadNodeModule.ts';
import { fs } from './nodeModules.ts';

const { Buffer } = loadNodeModule('node:buffer');

/**
 * Thrown for an input that cannot be read. Its message is the reason, in words that follow "because" or stand in
 * brackets.
 */
export class UnreadInput extends Error {}

/** The name leads to something that will never be a file: a folder, a pipe, a device, a dangling link. */
export class NoFile extends UnreadInput {}

/** The most bytes read of a file: a file may grow without end. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * The text of a regular file, without a byte order mark. Other things may never end (`/dev/zero`) or never begin (a
 * pipe without a writer).
 * @throws UnreadInput
 */
export function readFileText(file: string, most: number = MAX_FILE_BYTES): string {
  // Checked before opening: opening a pipe waits for a writer.
  const why = explainNoFile(readStats(file));
  if (why !== undefined) throw new NoFile(why);
  const handle = attempt(() => fs.openSync(file, 'r'));
  try {
    const pieces: Buffer[] = [];
    let size = 0;
    for (;;) {
      const piece = Buffer.allocUnsafe(Math.max(64 * 1024, Math.min(fs.fstatSync(handle).size - size + 1, most)));
      const read = attempt(() => fs.readSync(handle, piece));
      if (read === 0) return decodeText(pieces);
      size += read;
      if (size > most) throw refuseSize(most);
      pieces.push(piece.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** The status of a name's target. @throws UnreadInput with the reason in words */
export function readStats(file: string): Stats {
  try {
    return fs.statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const nowhere = code === 'ENOENT' && fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    throw nowhere ? new NoFile('it is a broken link', { cause: error }) : toUnreadInput(error);
  }
}

/** Runs an action on a file. @throws UnreadInput with the reason in words */
export function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw toUnreadInput(error);
  }
}

/** The reason why a file cannot be read, in words. */
export function toUnreadInput(error: unknown): UnreadInput {
  if (error instanceof UnreadInput) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const Kind = code === 'ELOOP' ? NoFile : UnreadInput;
  return new Kind(ofReading[code] ?? describeSystemError(error) ?? (code || message), { cause: error });
}

/** Words for reading, where those for any action say less. */
const ofReading: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

/** The reason of an {@link UnreadInput} as the beginning of a sentence. */
export function capitalize(why: string): string {
  return why.replace(/^./, (first) => first.toUpperCase());
}

/** Why something is not a regular file; undefined for a regular file. */
export function explainNoFile(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'it is a folder';
  const kind = stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device';
  return `it is ${kind}, not a file`;
}

/** Refuses a file with more bytes than the limit. */
export function refuseSize(most: number): UnreadInput {
  return new UnreadInput(`it has more than ${most.toLocaleString('en')} bytes`);
}

/** Decodes chunks as text, without a byte order mark. */
export function decodeText(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces)
    .toString()
    .replace(/^\ufeff/, '');
}
