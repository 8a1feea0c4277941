import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import own from '../../package.json';
import { snippetsOf } from '../helpers/document.ts';

const root = path.dirname(path.dirname(__dirname));
const example = path.join(root, 'examples', 'refunds');

function read(...names: string[]): string {
  return readFileSync(path.join(example, ...names), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const lock = read('package-lock.json');

test('the example pins every package to one exact version, and shared packages to ours', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(versions))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  const { typescript: _, ...ours } = own.devDependencies as Record<string, string>;
  const shared = Object.keys(versions).filter((name) => name in ours);
  expect(shared.length).toBeGreaterThan(5);
  expect(shared.filter((name) => versions[name] !== ours[name])).toEqual([]);
  expect(versions[own.name]).toBe(own.version);
});

test('the example locks all packages except the freshly packed one', () => {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { devDependencies?: Record<string, string> }> };
  const { [own.name]: _, ...others } = manifest.devDependencies;
  expect(packages['']?.devDependencies).toEqual(others);
  expect(Object.keys(packages).filter((name) => name.includes(own.name))).toEqual([]);
  expect(lock).not.toMatch(/"resolved"/);
});

test('the example imports the package by its name only', () => {
  for (const folder of ['src', 'test']) {
    for (const name of readdirSync(path.join(example, folder))) {
      expect([name, ...read(folder, name).matchAll(/from '\.\.\/\.\.[^']*'/g)]).toEqual([name]);
    }
  }
});

test('the example has a naive sibling, and the page on delivery shows its failures', () => {
  const shown = snippetsOf('docs/delivery.md');
  const of = (language: string): string[] => shown.filter((one) => one.language === language).map(({ text }) => text);
  expect(of('typescript')).toEqual([read('src', 'naiveQueue.ts')]);
  const told = [...read('test', 'delivery.test.ts').matchAll(/toBe\(`\\\n(.*?)`\);/gs)].map(([, text]) => `${text}\n`);
  expect(told).toHaveLength(2);
  expect(of('console')).toEqual(told);
});

test('the example has the guard that npm start removes, exactly once', () => {
  const script = readFileSync(path.join(root, 'scripts', 'start.mjs'), 'utf8');
  const [, file = '', guarded = '', faulty = ''] =
    /file: '(.+?)',\s+guarded: '(.+?)',\s+faulty: '(.+?)',?\s+\}/.exec(script) ?? [];
  expect(read(file).split(guarded)).toHaveLength(2);
  expect(faulty).toBe(guarded.replace('user?.', 'user.'));
});
