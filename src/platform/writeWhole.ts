import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all, making its directory: under a temporary name first. The text is told the time at
 * which it is written, by the clock of the file system, which a test's fake timers cannot move.
 */
export function writeWhole(file: string, text: (writtenAt: Date) => string): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(temporary, 'w');
  try {
    writeFileSync(handle, text(fstatSync(handle).mtime));
    closeSync(handle);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
