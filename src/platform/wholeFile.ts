import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fstatSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that is there whole or not at all: it is written under a temporary name beside it. One that is replaced hands its permissions on. */
export class WholeFile {
  readonly #file: string;
  readonly #temporary: string;
  readonly #handle: number;

  constructor(file: string) {
    this.#file = file;
    this.#temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
    this.#handle = openSync(this.#temporary, 'wx');
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) fchmodSync(this.#handle, mode & 0o777);
  }

  /** The time at which it was begun, by the clock of the file system. */
  get begunAt(): Date {
    return fstatSync(this.#handle).mtime;
  }

  write(content: string | Uint8Array): void {
    writeFileSync(this.#handle, content);
  }

  /** Gives the file its name, in place of what had it. */
  keep(): void {
    closeSync(this.#handle);
    renameSync(this.#temporary, this.#file);
  }

  /** Leaves nothing behind. */
  drop(): void {
    try {
      closeSync(this.#handle);
    } catch {
      // It was closed before it could not be renamed.
    }
    rmSync(this.#temporary, { force: true });
  }
}
