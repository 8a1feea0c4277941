import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageDirectory } from '../../../src/harness/packageDirectory.ts';

const startedIn = process.cwd();
let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'monorepo-')));
  for (const directory of ['packages/a/test', 'packages/b/test', 'loose'])
    mkdirSync(path.join(root, directory), { recursive: true });
  for (const name of ['.', 'packages/a', 'packages/b']) writeFileSync(path.join(root, name, 'package.json'), '{}');
  process.chdir(root);
});
afterEach(() => {
  process.chdir(startedIn);
  rmSync(root, { recursive: true });
});

function of(file: string): string {
  return path.relative(root, packageDirectory({ testFile: path.join(root, file) }));
}

test('packages of a monorepo have directories of their own, though the runner starts at its root', () => {
  expect([of('packages/a/test/contract.test.ts'), of('packages/b/contract.test.ts')]).toEqual([
    'packages/a',
    'packages/b',
  ]);
});

test('everything else lies in the working directory', () => {
  expect([of('loose/contract.test.ts'), of('contract.test.ts'), of('../elsewhere/contract.test.ts')]).toEqual([
    '',
    '',
    '',
  ]);
  expect(packageDirectory({})).toBe(root);
});
