import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { WholeFile } from './wholeFile.ts';

/**
 * Writes a file whole or not at all, making its directory. The text is told the time at which it is written, by the
 * clock of the file system, which a test's fake timers cannot move.
 */
export function writeWhole(file: string, text: (writtenAt: Date) => string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const whole = new WholeFile(file);
  try {
    whole.write(text(whole.begunAt));
    whole.keep();
  } catch (error) {
    whole.drop();
    throw error;
  }
}
