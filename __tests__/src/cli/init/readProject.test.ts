import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readProject } from '../../../../src/cli/init/readProject.ts';
import { temporaryDirectory } from '../../../helpers/temporaryDirectory.ts';

const root = temporaryDirectory();

function project(packageJson: string | undefined, tsconfig?: string): string {
  const directory = path.join(root, `project-${count++}`);
  mkdirSync(path.join(directory, 'src'), { recursive: true });
  if (packageJson !== undefined) writeFileSync(path.join(directory, 'package.json'), packageJson);
  if (tsconfig !== undefined) writeFileSync(path.join(directory, 'tsconfig.json'), tsconfig);
  return directory;
}

let count = 0;

test.each<[string, object, string | undefined]>([
  ['the script of the tests', { scripts: { test: 'vitest run' }, devDependencies: { jest: '30' } }, 'vitest'],
  ['a script for jest', { scripts: { test: 'NODE_OPTIONS=x jest --ci' }, devDependencies: { vitest: '4' } }, 'jest'],
  ["Node's own runner", { scripts: { test: 'node --import tsx --test' } }, 'node'],
  ['the installed jest', { devDependencies: { jest: '30' } }, 'jest'],
  ['the installed vitest', { dependencies: { vitest: '4' } }, 'vitest'],
  ['nothing', { scripts: { test: 'mocha' }, devDependencies: { mocha: '11' } }, undefined],
])('the runner comes from %s', (_, json, runner) => {
  expect(readProject(project(JSON.stringify(json))).runner).toBe(runner);
});

test('the name has no scope, and a folder below the package is enough', () => {
  const directory = project(JSON.stringify({ name: '@acme/refunds', type: 'module' }));
  expect(readProject(path.join(directory, 'src'))).toMatchObject({ name: 'refunds', isModule: true });
});

test('a tsconfig.json may have comments', () => {
  const text = '{\n  // for Node\n  "compilerOptions": {\n    "module": "NodeNext", /* new */\n  },\n}';
  expect(readProject(project('{"type":"module"}', text)).namesOutput).toBe(true);
  expect(readProject(project('{}', text)).namesOutput).toBe(false);
  const bundled = text
    .replace('"module"', '"moduleResolution": "bundler",\n    "module"')
    .replace('bundler",\n', 'bundler",\n');
  expect(readProject(project('{"type":"module"}', bundled)).namesOutput).toBe(false);
});

test("jest's globals are imported where only their package is installed", () => {
  expect(readProject(project('{"devDependencies":{"@jest/globals":"30"}}')).importsJest).toBe(true);
  const both = '{"devDependencies":{"@jest/globals":"30","@types/jest":"30"}}';
  expect(readProject(project(both)).importsJest).toBe(false);
});
