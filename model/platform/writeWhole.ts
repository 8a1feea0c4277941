import { fs, path } from './nodeModules.ts';
import { sweepTemporaryFiles, WholeFile } from './wholeFile.ts';

/**
 * Writes a file whole or not at all, makes its directory, and reads it back.
 * @throws Error if it cannot be written, or differs when read back
 */
export function writeWhole(file: string, text: string): void {
  const directory = path.dirname(file);
  fs.mkdirSync(directory, { recursive: true });
  sweepTemporaryFiles(directory);
  const whole = new WholeFile(file);
  try {
    whole.write(text);
    whole.keep();
  } catch (error) {
    whole.drop();
    throw error;
  }
  if (isThere(file, text)) return;
  throw Object.assign(
    new Error(
      `${file} does not hold what was written to it: something replaces Node's file system (a spy of node:fs, mock-fs). Load connect-cases-contracts before it, or restore it before verify.`,
    ),
    { code: 'not there afterwards' },
  );
}

function isThere(file: string, text: string): boolean {
  try {
    return fs.readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}
