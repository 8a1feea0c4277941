import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { requirePact } from '../../../src/pact/loadPactLibrary.ts';

function loaded(require: (name: string) => unknown): unknown {
  let result: unknown;
  jest.isolateModules(() => {
    const { loadPactLibrary } = jest.requireActual('../../../src/pact/loadPactLibrary.ts');
    result = loadPactLibrary(require);
  });
  return result;
}

test('a missing Pact causes an error of ours, with the versions that work and the command', () => {
  const missing = (name: string): never => {
    throw new Error(`Cannot find module '${name}'`);
  };
  expect(() => loaded(missing)).toThrow(
    "@pact-foundation/pact is not installed: Pact's own library writes every contract that reads something. Supported: 16.4.0, or 17.1.2 and later of 17. Run: npm install --save-dev @pact-foundation/pact@16.4.0",
  );
});

/** A `require` that finds a release of Pact, and cannot load it. */
function release(version: string): (name: string) => unknown {
  const asked = new Set<string>();
  const broken = (name: string): unknown => {
    if (name.endsWith('package.json') && !asked.has(name)) {
      asked.add(name);
      return { version };
    }
    throw new SyntaxError('Unexpected token export');
  };
  broken.resolve = broken;
  return broken;
}

test('a release that cannot be loaded causes an error with its version and the cause', () => {
  const load = (): unknown => loaded(release('17.1.4'));
  expect(load).toThrow(
    '@pact-foundation/pact 17.1.4 cannot be loaded. Supported: 16.4.0, or 17.1.2 and later of 17. Run: npm install --save-dev @pact-foundation/pact@16.4.0',
  );
  expect(load).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
});

test.each(['15.0.1', '16.5.0', '17.1.0', '17.1.1', '18.0.0'])('Pact %s is refused before it is loaded', (version) => {
  expect(() => requirePact(release(version) as NodeJS.Require)).toThrow(
    `@pact-foundation/pact ${version} is installed, but not supported. Supported: 16.4.0, or 17.1.2 and later of 17. Run: npm install --save-dev @pact-foundation/pact@16.4.0`,
  );
});

test.each(['16.4.0', '17.1.2', '17.99.0'])('Pact %s is accepted', (version) => {
  expect(requirePact(release(version) as NodeJS.Require)).toBe(version);
});

describe('if Node loads no addons', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'addons-'));
  const outfile = path.join(dir, 'pactLibrary.cjs');
  beforeAll(async () => {
    const entryPoints = ['src/pact/loadPactLibrary.ts'];
    await build({ bundle: true, platform: 'node', logLevel: 'error', entryPoints, outfile });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test.each([
    ['as an argument', ['--no-addons'], {}],
    ['in NODE_OPTIONS', [], { NODE_OPTIONS: '--no-warnings --no-addons' }],
  ])('the error names the flag %s', (_, flags, more) => {
    const program = `
      const { loadPactLibrary } = require(${JSON.stringify(outfile)});
      try { loadPactLibrary().newPact('a', 'b'); } catch ({ message }) { console.log(message); }`;
    const env = { ...process.env, NODE_PATH: path.resolve('node_modules'), ...more };
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', program], { env, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual([
      expect.stringMatching(
        /^The native part of @pact-foundation\/pact \d+\.\d+\.\d+ does not run here \(.*\)\. With --no-addons Node loads no addons, and Pact's library is one: run without it, or with --allow-addons beside --permission\.\n$/,
      ),
      expect.anything(),
    ]);
  });
});
