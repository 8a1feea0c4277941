import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { findPackageDirectory } from '../../../../src/harness/run/findPackageDirectory.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

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
  return path.relative(root, findPackageDirectory({ testFile: path.join(root, file) }));
}

test('packages of a monorepo have their own directories, even if the runner starts at its root', () => {
  expect([of('packages/a/test/contract.test.ts'), of('packages/b/contract.test.ts')]).toEqual([
    'packages/a',
    'packages/b',
  ]);
});

test('everything else uses the working directory', () => {
  expect([of('loose/contract.test.ts'), of('contract.test.ts'), of('../elsewhere/contract.test.ts')]).toEqual([
    '',
    '',
    '',
  ]);
  expect(findPackageDirectory({})).toBe(root);
});

describe('without options.dir', () => {
  const ownTestFile = expect.getState().testPath as string;
  afterEach(() => expect.setState({ testPath: ownTestFile }));

  test('a part and a witness go to the package of the test file, wherever the table is declared', async () => {
    expect.setState({ testPath: path.join(root, 'packages/a/test/contract.test.ts') });
    const [created, updated] = contractsFor('refunds', ignoringAll);
    const { CI } = process.env;
    delete process.env.CI;
    try {
      await verify(created, () => '', { runs: 0, ambiguities: 'off' });
      const failing = verify(updated, () => Promise.reject(new Error('on purpose')), { runs: 0 });
      await expect(failing).rejects.toThrow('Kept in packages/a/__witnesses__/');
    } finally {
      if (CI !== undefined) process.env.CI = CI;
    }
    const written = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(part|witness)$/.test(file),
    );
    expect(written.sort()).toEqual([
      expect.stringMatching(/^packages\/a\/__witnesses__\/refunds-ignores-CASE-UPDATED-[0-9a-f]{8}\.witness$/),
      `packages/a/pacts/parts/refunds/${created.table.digest}/CASE.CREATED.part`,
    ]);
  });
});
