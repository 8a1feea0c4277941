import { closeSync, existsSync, fstatSync, lstatSync, openSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeSystemError } from '../../../model/platform/describeSystemError.ts';
import { WholeFile } from '../../../model/platform/wholeFile.ts';

/** The destination of a command's output. */
export interface Sink {
  /** Waits until the bytes are accepted. */
  write(bytes: Uint8Array): Promise<void>;
  /** Completes the output. */
  finish(): void;
  /** Discards the output as far as possible. */
  abandon(): void;
}

/** The reader of standard output stopped early, like `head`: not an error. */
export class ReaderGone extends Error {}

const STDOUT = 1;

/** Standard output. */
export function openStandardOutput(): Sink {
  // To a file Node writes what fits on the disk, and silently loses the rest.
  if (fstatSync(STDOUT).isFile()) return makeHandleSink(STDOUT, 'standard output', () => {});
  // The writer reports failures; without a listener they would end the process.
  process.stdout.on('error', () => {});
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => {
          if (error === null || error === undefined) resolve();
          else
            reject(
              (error as NodeJS.ErrnoException).code === 'EPIPE'
                ? new ReaderGone()
                : makeWriteError('standard output', error),
            );
        });
      }),
    finish: () => {},
    abandon: () => {},
  };
}

/**
 * A file that appears whole or not at all. Other targets (a pipe, `/dev/null`) are written directly.
 * @throws Error of one sentence if the file exists already, or cannot be written
 */
export function openOutputFile(file: string, { force }: { force: boolean }): Sink {
  const stats = attempt(file, () => statSync(file, { throwIfNoEntry: false }));
  if (stats?.isDirectory() || /[/\\]$/.test(file)) throw new Error(`${file} is a folder: name a file in it.`);
  if (stats !== undefined && !stats.isFile()) return openSpecialFile(file);
  const requireFree = (): void => {
    if (!force && existsSync(file)) throw new Error(`${file} already exists, and is kept: --force replaces it.`);
  };
  requireFree();
  const whole = attempt(file, () => new WholeFile(followLinks(file)));
  return {
    write: async (bytes) => attempt(file, () => whole.write(bytes)),
    finish: () => {
      try {
        requireFree();
        attempt(file, () => whole.keep());
      } catch (error) {
        whole.drop();
        throw error;
      }
    },
    abandon: () => whole.drop(),
  };
}

/** The target of a link, existing or not: the link stays. */
function followLinks(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isSymbolicLink() ? followLinks(path.resolve(path.dirname(file), readlinkSync(file))) : file;
}

function openSpecialFile(file: string): Sink {
  const handle = attempt(file, () => openSync(file, 'w'));
  return makeHandleSink(handle, file, () => closeSync(handle));
}

function makeHandleSink(handle: number, name: string, close: () => void): Sink {
  return {
    write: async (bytes) => {
      try {
        writeFileSync(handle, bytes);
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === 'EPIPE'
          ? new ReaderGone()
          : makeWriteError(name, error as Error);
      }
    },
    finish: close,
    abandon: close,
  };
}

function attempt<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw makeWriteError(file, error as Error);
  }
}

/** Words for writing, where those for any action say less. */
const ofWriting: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no folder ${path.dirname(file)}`,
  ENOTDIR: (file) => `${path.dirname(file)} is not a folder`,
  EACCES: () => 'you may not write there',
  EPERM: () => 'you may not write there',
};

function makeWriteError(name: string, error: NodeJS.ErrnoException): Error {
  const reason = ofWriting[error.code ?? '']?.(name) ?? describeSystemError(error) ?? error.message;
  return new Error(`${name} can't be written: ${reason}.`, { cause: error });
}
