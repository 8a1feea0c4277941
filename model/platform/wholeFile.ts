import type { Stats } from 'node:fs';
import { fs, path } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';

/**
 * Distinguishes the temporary files of one process, which may load this module several times and in several threads.
 */
const loadedAt = realProcess.hrtime.bigint().toString(36);
let count = 0;

/** The name of a temporary file contains the number of its process. */
const TEMPORARY = /^\.(\d+)-\w+-\d+\.tmp$/;

/**
 * A file that appears whole or not at all: it is written under a temporary name beside the final one. It inherits the
 * permissions of the file that it replaces.
 */
export class WholeFile {
  readonly #file: string;
  readonly #temporary: string;
  readonly #handle: number;

  constructor(file: string) {
    this.#file = file;
    this.#temporary = path.join(path.dirname(file), `.${realProcess.pid}-${loadedAt}-${count++}.tmp`);
    this.#handle = fs.openSync(this.#temporary, 'wx');
    const mode = (fs.statSync(file, { throwIfNoEntry: false }) as Stats | undefined)?.mode;
    // Skipped if nothing changes: under --permission Node does not change modes.
    if (mode !== undefined && ((mode ^ fs.fstatSync(this.#handle).mode) & 0o777) !== 0) {
      fs.fchmodSync(this.#handle, mode & 0o777);
    }
  }

  write(content: string | Uint8Array): void {
    fs.writeFileSync(this.#handle, content);
  }

  /** Renames the file to its final name, replacing any other. */
  keep(): void {
    fs.closeSync(this.#handle);
    fs.renameSync(this.#temporary, this.#file);
  }

  /** Removes the temporary file. */
  drop(): void {
    try {
      fs.closeSync(this.#handle);
    } catch {
      // It was already closed, but its rename failed.
    }
    fs.rmSync(this.#temporary, { force: true });
  }
}

/** Removes the temporary files of killed processes from a directory. */
export function sweepTemporaryFiles(directory: string): void {
  for (const name of fs.readdirSync(directory)) {
    const [, pid] = TEMPORARY.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) fs.rmSync(path.join(directory, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return realProcess.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
