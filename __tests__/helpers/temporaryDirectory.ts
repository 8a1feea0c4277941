import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Makes a directory for the tests of the calling file, and removes it after them. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'connect-cases-test-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
