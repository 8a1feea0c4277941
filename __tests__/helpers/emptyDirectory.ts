import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives each test of a file an empty working directory of its own; returns what it writes to standard error. */
export function inEmptyDirectories(): string[] {
  const startedIn = process.cwd();
  const warnings: string[] = [];
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'connect-cases-test-'));
    process.chdir(directory);
    warnings.length = 0;
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      warnings.push(String(text));
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    process.chdir(startedIn);
    rmSync(directory, { recursive: true });
  });

  return warnings;
}
