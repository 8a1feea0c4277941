import type { Stats } from 'node:fs';
import { fs, path } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';

/** Tells apart the files of one process, which may load this several times and have several threads. */
const loadedAt = realProcess.hrtime.bigint().toString(36);
let count = 0;

/** A temporary file says which process it belongs to. */
const TEMPORARY = /^\.(\d+)-\w+-\d+\.tmp$/;

/** A file that is there whole or not at all: it is written under a temporary name beside it. One that is replaced hands its permissions on. */
export class WholeFile {
  readonly #file: string;
  readonly #temporary: string;
  readonly #handle: number;

  constructor(file: string) {
    this.#file = file;
    this.#temporary = path.join(path.dirname(file), `.${realProcess.pid}-${loadedAt}-${count++}.tmp`);
    this.#handle = fs.openSync(this.#temporary, 'wx');
    const mode = (fs.statSync(file, { throwIfNoEntry: false }) as Stats | undefined)?.mode;
    // Not asked for where nothing changes: under --permission Node does not change modes.
    if (mode !== undefined && ((mode ^ fs.fstatSync(this.#handle).mode) & 0o777) !== 0) {
      fs.fchmodSync(this.#handle, mode & 0o777);
    }
  }

  write(content: string | Uint8Array): void {
    fs.writeFileSync(this.#handle, content);
  }

  /** Gives the file its name, in place of what had it. */
  keep(): void {
    fs.closeSync(this.#handle);
    fs.renameSync(this.#temporary, this.#file);
  }

  /** Leaves nothing behind. */
  drop(): void {
    try {
      fs.closeSync(this.#handle);
    } catch {
      // It was closed before it could not be renamed.
    }
    fs.rmSync(this.#temporary, { force: true });
  }
}

/** Removes from a directory what killed processes were writing there. */
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
