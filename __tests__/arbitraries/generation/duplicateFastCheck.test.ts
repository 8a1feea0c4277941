import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

let dir = '';

/** Our arbitraries with one copy of fast-check, and a consumer with another. */
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'copies-'));
  copyOfFastCheck(path.join(dir, 'node_modules'), '4.99.0');
  copyOfFastCheck(path.join(dir, 'ours', 'node_modules'));
  await bundle('arbitraries/index.ts', 'cjs', 'arbitraries.cjs');
  await bundle('arbitraries/index.ts', 'esm', 'arbitraries.mjs');
});
afterAll(() => rmSync(dir, { recursive: true }));

const ESM = `
import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url);
const __filename = require('node:url').fileURLToPath(import.meta.url);`;

async function bundle(source: string, format: 'cjs' | 'esm', file: string): Promise<void> {
  await build({
    entryPoints: [source],
    bundle: true,
    format,
    platform: 'node',
    external: ['fast-check'],
    outfile: path.join(dir, 'ours', file),
    ...(format === 'esm' ? { banner: { js: ESM } } : {}),
    logLevel: 'error',
  });
}

function copyOfFastCheck(modules: string, version?: string): void {
  mkdirSync(modules, { recursive: true });
  for (const name of ['fast-check', 'pure-rand']) {
    cpSync(path.dirname(require.resolve(`${name}/package.json`)), path.join(modules, name), { recursive: true });
  }
  if (version === undefined) return;
  const file = path.join(modules, 'fast-check', 'package.json');
  writeFileSync(file, JSON.stringify({ ...jest.requireActual<object>(file), version }));
}

/** The output of a program whose properties use our arbitraries; some of them fail and shrink. */
function outputOf(name: string, start: string): { readonly stdout: string; readonly stderr: string } {
  const program = `${start}
  console.log(fc.check(fc.property(caseUpdated({ class: 'sparse' }), ({ detail }) => 'performedBy' in detail && 'user' in detail.performedBy)).failed);
  fc.assert(fc.property(events(), malformedEvents(), domains(), foreignEvents(), (event) => event.source === 'aws.cases'));
  fc.assert(fc.asyncProperty(caseUpdated(), async (event) => fc.pre(event.id.length > 0))).then(() => console.log('passed'));
  `;
  const file = path.join(dir, name);
  writeFileSync(file, program);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: dir, encoding: 'utf8' });
  return { stdout, stderr };
}

const WARNING = `connect-cases-contracts: two copies of fast-check are in use: ${jest.requireActual<{ version: string }>('fast-check/package.json').version} (${path.join('ours', 'node_modules', 'fast-check')}) by its arbitraries, 4.99.0 (${path.join('node_modules', 'fast-check')}) by the property. Values are still drawn and shrunk, but instanceof fails across the copies, and both are loaded. Run npm dedupe, or ask for one version of fast-check in the whole workspace.\n`;
const NAMES = '{ caseUpdated, domains, events, foreignEvents, malformedEvents }';

test.each([
  ['CommonJS', 'two.cjs', `const fc = require('fast-check'); const ${NAMES} = require('./ours/arbitraries.cjs');`],
  ['ES modules', 'two.mjs', `import fc from 'fast-check'; import ${NAMES} from './ours/arbitraries.mjs';`],
  [
    'an ES module and CommonJS',
    'mixed.mjs',
    `import fc from 'fast-check'; import ${NAMES} from './ours/arbitraries.cjs';`,
  ],
])('two copies of fast-check in %s: properties run and shrink, and one line names both copies', (_, name, start) => {
  expect(outputOf(name, start)).toEqual({ stdout: 'true\npassed\n', stderr: WARNING });
});

test.each([
  ['CommonJS', 'one.cjs', "const fc = require('./ours/node_modules/fast-check');", 'require'],
  [
    'an ES module and CommonJS, loaded as both',
    'both.mjs',
    "import fc from './ours/node_modules/fast-check/lib/fast-check.js'; import { createRequire } from 'node:module';",
    'createRequire(import.meta.url)',
  ],
])('one copy of fast-check in %s causes no warning', (_, name, start, load) => {
  const { stdout, stderr } = outputOf(name, `${start} const ${NAMES} = ${load}('./ours/arbitraries.cjs');`);
  expect({ stdout, stderr }).toEqual({ stdout: 'true\npassed\n', stderr: '' });
});

test("a consumer's own folder of that name causes no warning", () => {
  const own = path.join('fast-check', 'lib', 'own.cjs');
  mkdirSync(path.dirname(path.join(dir, own)), { recursive: true });
  writeFileSync(path.join(dir, 'fast-check', 'package.json'), '{"name":"own","version":"1.0.0"}');
  const start = "const fc = require('../../ours/node_modules/fast-check'); class Random extends fc.Random {}";
  writeFileSync(
    path.join(dir, own),
    `${start}
    const { caseUpdated } = require('../../ours/arbitraries.cjs');
    const random = Object.setPrototypeOf({ nextInt: () => 7 }, { constructor: Random });
    console.log(typeof caseUpdated().generate(random, undefined).value);`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [own], { cwd: dir, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'object\n', stderr: '' });
});

test('reloading fast-check after jest resets its modules causes no warning', () => {
  const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { caseUpdated } = jest.requireActual<typeof import('../../../arbitraries/index.ts')>(
    '../../../arbitraries/index.ts',
  );
  jest.resetModules();
  const anew = jest.requireActual<typeof import('fast-check')>('fast-check');
  expect(caseUpdated()).not.toBeInstanceOf(anew.Arbitrary);
  expect(anew.sample(caseUpdated(), 3)).toHaveLength(3);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});
