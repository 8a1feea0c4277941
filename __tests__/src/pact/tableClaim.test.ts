import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { deletePart, getPartPath, writePart } from '../../../src/pact/part.ts';
import type { claimTable } from '../../../src/pact/tableClaim.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

const ownTestFile = expect.getState().testPath as string;
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'claims-'));
  for (const file of ['a.test.ts', 'b.test.ts', 'c.test.ts', 'helper.ts']) write(file, `the text of ${file}`);
});
afterEach(() => {
  expect.setState({ testPath: ownTestFile });
  rmSync(dir, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(path.join(dir, file), text);
}

type Row = 'CASE.CREATED' | 'CASE.UPDATED' | 'CASE.DELETED';

/** The first contracts of a table of refunds: another row makes another table. The helper declares it. */
function tableOf(row: Row, declaredIn = 'helper.ts'): readonly [Contract, Contract] {
  const contracts = contractsFor('refunds', { ...ignoringAll, [row]: ['case.caseId'] });
  return contracts.map((contract) => ({
    ...contract,
    table: { ...contract.table, declaredIn: path.join(dir, declaredIn) },
  })) as never;
}

const created = () => tableOf('CASE.CREATED');
const updated = () => tableOf('CASE.UPDATED');

/** A test file in the way of a runner: in its own realm, with the package loaded anew. */
class TestFile {
  readonly #file: string;
  readonly #runner: string;
  readonly #rounds = new Map<string, number>();

  constructor(runner: string, file: string) {
    this.#runner = runner;
    this.#file = path.join(dir, file);
  }

  /** What `verify` does with the parts of contracts if their handlers pass. */
  async verifies(...contracts: readonly Contract[]): Promise<void> {
    expect.setState({ testPath: this.#file });
    Object.assign(globalThis, { [Symbol.for('connect-cases-contracts: rounds of test files')]: this.#rounds });
    let claim: typeof claimTable | undefined;
    jest.isolateModules(() => {
      ({ claimTable: claim } = require('../../../src/pact/tableClaim.ts'));
    });
    for (const contract of contracts) {
      deletePart(dir, contract);
      claim?.(dir, contract, this.#runner);
      await writePart(dir, contract);
    }
  }
}

const digests = () => readdirSync(path.join(dir, 'parts', 'refunds')).sort();
const digestsOf = (...tables: readonly (readonly Contract[])[]) => tables.map(([one]) => one?.table.digest).sort();

describe('two tables of one consumer', () => {
  test.each([
    ['one after the other', ['a.test.ts', 'b.test.ts']],
    ['in the other order', ['b.test.ts', 'a.test.ts']],
  ] as const)('are refused if two test files declare them through one helper, %s', async (_, [one, other]) => {
    await new TestFile('run 1', one).verifies(...created());
    const [contract] = updated();
    const names = [other, one].map((file) => path.join(dir, file));
    const [here, there] = [contract, created()[0]].map((each) => path.dirname(getPartPath(dir, each)));
    await expect(new TestFile('run 1', other).verifies(contract)).rejects.toThrow(
      `refunds has two tables: that of ${names[0]} and that of ${names[1]}. A consumer has one table, because its pact is made from it: put all rows into one, or give one of them another consumer name. If one of them is gone, run all tests again; if this error stays, delete its parts (${here} or ${there}).`,
    );
    expect(created().every((each) => existsSync(getPartPath(dir, each)))).toBe(true);
  });

  test('are refused in two workers at once: each worker sees the other', async () => {
    const [a, b] = [new TestFile('run 1', 'a.test.ts'), new TestFile('run 1', 'b.test.ts')];
    await a.verifies(created()[0]);
    await expect(b.verifies(...updated())).rejects.toThrow('refunds has two tables');
    await expect(a.verifies(created()[1])).rejects.toThrow('refunds has two tables');
  });

  test('are refused in a loop of one test file, too', async () => {
    const file = new TestFile('run 1', 'a.test.ts');
    await expect(file.verifies(created()[0], updated()[0])).rejects.toThrow(
      `refunds has two tables, both of ${path.join(dir, 'a.test.ts')}. A consumer`,
    );
    await expect(file.verifies(updated()[0])).rejects.toThrow('refunds has two tables, both of');
  });

  test('are refused again in later runs, even after a change of a test file that still declares its table', async () => {
    await new TestFile('run 1', 'a.test.ts').verifies(...created());
    await expect(new TestFile('run 1', 'b.test.ts').verifies(...updated())).rejects.toThrow('two tables');
    for (const [run, changed] of [
      ['run 2', []],
      ['run 3', ['a.test.ts']],
      ['run 4', ['b.test.ts', 'helper.ts']],
    ] as const) {
      for (const file of changed) write(file, run);
      await new TestFile(run, 'b.test.ts').verifies(...updated());
      await expect(new TestFile(run, 'a.test.ts').verifies(...created())).rejects.toThrow('two tables');
    }
  });

  test('from two runs are both kept until assemble refuses them, because the other file may still declare its own', async () => {
    await new TestFile('run 1', 'a.test.ts').verifies(...created());
    await new TestFile('run 2', 'b.test.ts').verifies(...updated());
    expect(digests()).toEqual(digestsOf(created(), updated()));
  });

  test('for two consumers do not affect each other', async () => {
    const others = { ...updated()[0], consumer: 'others' };
    await new TestFile('run 1', 'a.test.ts').verifies(created()[0], others);
    await new TestFile('run 2', 'a.test.ts').verifies(tableOf('CASE.DELETED')[0], others);
    expect(readdirSync(path.join(dir, 'parts')).sort()).toEqual(['others', 'refunds']);
    expect(digests()).toEqual(digestsOf(tableOf('CASE.DELETED')));
  });
});

describe('a table replaces its earlier version', () => {
  test.each([
    ['in a new run', 'run 2'],
    ['in watch mode', 'run 1'],
  ])('after a change of a file other than the test file and the caller of contractsFor, %s', async (_, run) => {
    await new TestFile('run 1', 'a.test.ts').verifies(...created());
    await new TestFile(run, 'a.test.ts').verifies(...updated());
    expect(digests()).toEqual(digestsOf(updated()));
  });

  test.each([
    ['in a new run', 'run 2'],
    ['in watch mode', 'run 1'],
  ])('if several test files verify a part of it each, %s', async (_, run) => {
    const [first, second] = created();
    await new TestFile('run 1', 'a.test.ts').verifies(first);
    await new TestFile('run 1', 'b.test.ts').verifies(second);
    expect(digests()).toEqual(digestsOf(created()));
    const [a, b] = [new TestFile(run, 'a.test.ts'), new TestFile(run, 'b.test.ts')];
    await b.verifies(updated()[1]);
    await a.verifies(updated()[0]);
    await b.verifies(updated()[1]);
    expect(digests()).toEqual(digestsOf(updated()));
  });

  test('if shards each verify a part of it at once, before and after a change', async () => {
    for (const [one, other] of [created(), updated()]) {
      const shards = [new TestFile(`shard 1`, 'a.test.ts'), new TestFile('shard 2', 'b.test.ts')] as const;
      await shards[0].verifies(one);
      await shards[1].verifies(other);
      await shards[0].verifies(one);
      expect([one, other].every((each) => existsSync(getPartPath(dir, each)))).toBe(true);
    }
    expect(digests()).toEqual(digestsOf(updated()));
  });

  test.each([
    ['that is gone', () => rmSync(path.join(dir, 'a.test.ts'))],
    ['with a new name', () => renameSync(path.join(dir, 'a.test.ts'), path.join(dir, 'd.test.ts'))],
    ['with new content', () => write('a.test.ts', 'another table')],
    ['with a new helper', () => write('helper.ts', 'another table')],
  ])('after it moved to another test file from one %s, in a new run and in watch mode', async (_, change) => {
    for (const run of ['run 2', 'run 1']) {
      await new TestFile('run 1', 'a.test.ts').verifies(...created());
      change();
      await new TestFile(run, 'b.test.ts').verifies(...updated());
      expect(digests()).toEqual(digestsOf(updated()));
      rmSync(path.join(dir, 'parts'), { recursive: true });
      for (const file of ['a.test.ts', 'helper.ts']) write(file, 'as it was');
    }
  });

  test('in a checkout that moved, too', async () => {
    await new TestFile('run 1', 'a.test.ts').verifies(...created());
    const moved = `${dir}-moved`;
    renameSync(dir, moved);
    dir = moved;
    await new TestFile('run 2', 'b.test.ts').verifies(...updated());
    expect(digests()).toEqual(digestsOf(created(), updated()));
    await new TestFile('run 3', 'a.test.ts').verifies(...updated());
    expect(digests()).toEqual(digestsOf(updated()));
  });

  test('if its test file first runs alone for a while, and then with the others', async () => {
    for (const row of ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] as const)
      await new TestFile('run 1', 'a.test.ts').verifies(...tableOf(row));
    await new TestFile('run 1', 'b.test.ts').verifies(tableOf('CASE.DELETED')[1]);
    await new TestFile('run 1', 'b.test.ts').verifies(created()[1]);
    await new TestFile('run 1', 'a.test.ts').verifies(created()[0]);
    expect(digests()).toEqual(digestsOf(created()));
  });

  test('after a change of its file, if all test files share a realm', async () => {
    const file = new TestFile('run 1', 'a.test.ts');
    await file.verifies(...created());
    write('a.test.ts', 'another table');
    await file.verifies(...updated());
    expect(digests()).toEqual(digestsOf(updated()));
  });

  test('if its parts do not name their test file, or not legibly, as in an earlier release', async () => {
    mkdirSync(path.join(dir, 'parts', 'refunds', 'a0a0'), { recursive: true });
    for (const [file, text] of [
      ['table', '{"declaredIn":"/a.test.ts"}'],
      ['torn.claim', '{"runner":'],
      ['other.claim', 'null'],
    ] as const)
      writeFileSync(path.join(dir, 'parts', 'refunds', 'a0a0', file), text);
    await new TestFile('run 1', 'a.test.ts').verifies(...created());
    expect(digests()).toEqual(digestsOf(created()));
  });
});
