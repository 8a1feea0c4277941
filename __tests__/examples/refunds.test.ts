import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../contracts/contract.ts';
import { suggestRule } from '../../contracts/rule/suggestRule.ts';
import own from '../../package.json';
import { deliveryTo } from '../../src/infrastructure/deliveryTo.ts';
import { snippetsOf, testsOf } from '../helpers/document.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { listRows } from '../helpers/listRows.ts';

inEmptyDirectories();

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

describe('the template of the example', () => {
  const template = read('template.yaml');

  /** The contracts of the example, made with the sources. */
  async function contractsOf(): Promise<readonly Contract[]> {
    const names = ['src/fieldIds.ts', 'test/cases-domain.ts', 'test/deployed.ts', 'test/contracts.ts', 'template.yaml'];
    const files = new Map(names.map((name) => [name, read(name)]));
    const probe = `import { contracts } from './contracts'; test('contracts', () => contracts);`;
    const probed = testsOf(files.set('test/probe.ts', probe), 'test/probe.ts').get('contracts')?.();
    return (await probed) as readonly Contract[];
  }

  test('has the rule that connect-cases rule prints for its table', async () => {
    expect(deliveryTo(template, 'RefundsFunction').rule).toEqual(suggestRule(listRows(await contractsOf())));
  });

  test('deploys the function that its tests call, from what the build writes', () => {
    const [, file = '', name = ''] = /Handler: dist\/(\w+)\.(\w+)/.exec(template) ?? [];
    expect(read('src', `${file}.ts`)).toContain(`export async function ${name}(`);
    for (const test of ['queue.test.ts', 'delivery.test.ts']) {
      expect(read('test', test)).toContain(`import { ${name} } from '../src/${file}';`);
      expect(read('test', test)).toContain(`deployed.via(${name})`);
    }
    expect(JSON.parse(read('tsconfig.build.json')).compilerOptions).toMatchObject({ rootDir: 'src', outDir: 'dist' });
  });
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
