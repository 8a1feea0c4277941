import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import {
  dropWitness,
  type Kept,
  loadWitness,
  saveWitness,
  type Witness,
  witnessPath,
} from '../../../../src/harness/run/witness.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../emptyDirectory.ts';
import { ignoringAll } from '../../../ignoringAll.ts';

type Any = ReturnType<typeof JSON.parse>;
const own = { ...expect.getState() };
inEmptyDirectories();

const [contract] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] }) as [Contract];

const witness: Witness = {
  title: 'refunds handles CASE.CREATED',
  itemType: '',
  class: 'sparse',
  facts: ['userOptional'],
  replay: { seed: 1, path: 'fixed:3:0' },
  differences: [{ steps: ['detail', 'performedBy', 'user'], from: { userArn: 'arn' } }],
};

const handler = { name: 'handler', testFile: 'test/contract.test.ts' };

test('a witness comes back as it was kept, from one file that no runner watches', () => {
  expect(loadWitness(contract, handler)).toBeUndefined();
  const file = witnessPath(contract);
  expect(saveWitness(contract, { ...witness, handler })).toBe(file);
  const kept = loadWitness(contract, handler) as Kept;
  expect(kept).toEqual({ file, witness: { ...witness, handler } });
  expect(readdirSync('__witnesses__')).toEqual([
    expect.stringMatching(/^refunds-handles-CASE-CREATED-[0-9a-f]{8}\.witness$/),
  ]);
  dropWitness(kept);
  expect(loadWitness(contract, handler)).toBeUndefined();
});

test('where it cannot be written the violation is reported without it', () => {
  writeFileSync('__witnesses__', 'a file, no directory');
  expect(saveWitness(contract, witness)).toBeUndefined();
});

describe('handlers of one contract', () => {
  const caseIdOf = ({ detail }: Any) => detail.case.caseId;
  const userOf = ({ detail }: Any) => `${detail.case.caseId} ${detail.performedBy.user.userArn.length}`;
  const fieldsOf = ({ detail }: Any) => `${detail.case.caseId} ${Object.keys(detail.case.fields).length}`;
  /** What a handler does, under a name that stays while it is mended. */
  const named = (name: string, does: (event: Any) => unknown) =>
    Object.defineProperty((event: Any) => does(event), 'name', { value: name });
  /** A witness that fails is played once more. */
  const ofWitness = 2;
  const verified = (one: Handler) => verify(contract, one, { runs: 0 });
  const { CI } = process.env;
  beforeEach(() => {
    delete process.env.CI;
    mkdirSync('test');
    for (const file of ['a.test.ts', 'b.test.ts']) writeFileSync(path.join('test', file), '');
    verifiedIn('a.test.ts');
  });
  afterEach(() => {
    if (CI !== undefined) process.env.CI = CI;
    expect.setState(own);
  });
  /** From here on the test is another one, or one that the runner does not tell. */
  function inTest(name: string | undefined): void {
    expect.setState({ currentTestName: name, currentConcurrentTestName: undefined } as object);
  }
  function verifiedIn(file: string): void {
    expect.setState({ testPath: path.resolve('test', file) });
  }
  const files = () => (existsSync('__witnesses__') ? readdirSync('__witnesses__').length : 0);

  test('have a witness each: one that passes drops its own only, which it played first', async () => {
    const [users, fields] = [named('users', userOf), named('fields', fieldsOf)];
    await expect(verified(users)).rejects.toThrow('userArn');
    await expect(verified(fields)).rejects.toThrow('Cannot convert undefined');
    await verified(named('ids', caseIdOf));
    expect(files()).toBe(2);
    for (const [name, failing] of [
      ['users', userOf],
      ['fields', fieldsOf],
    ] as const) {
      let calls = 0;
      const again = named(name, (event) => {
        calls++;
        return failing(event);
      });
      await expect(verified(again)).rejects.toThrow('every run plays it first');
      expect(calls).toBe(ofWitness);
    }
    await verified(named('users', caseIdOf));
    expect(files()).toBe(1);
    await verified(named('fields', caseIdOf));
    expect(existsSync('__witnesses__')).toBe(false);
  });

  test('of one name are told apart by their test file, while it is there', async () => {
    await expect(verified(named('handler', userOf))).rejects.toThrow('userArn');
    verifiedIn('b.test.ts');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(1);
    rmSync('test/a.test.ts');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(0);
  });

  test('behind a transport are told by it and by their function', async () => {
    const failing = named('queue', ({ Records }: Any) => void userOf(JSON.parse(Records[0].body)));
    await expect(verified(viaSqs(failing))).rejects.toThrow('userArn');
    await verified(viaSqs(named('other', () => undefined)));
    await verified(named('queue', caseIdOf));
    expect(files()).toBe(1);
    await verified(viaSqs(named('queue', () => undefined)));
    expect(files()).toBe(0);
  });

  describe('without a name', () => {
    /** How many calls a failing handler gets, no more than its witness if it has one. */
    async function callsOf(failing: (event: Any) => unknown): Promise<number> {
      let calls = 0;
      await expect(verified((event: Any) => [calls++, failing(event)])).rejects.toThrow('every run plays it first');
      return calls;
    }

    test('are told apart by their tests: both witnesses are played, also where one test runs alone', async () => {
      inTest('users');
      expect(await callsOf(userOf)).toBeGreaterThan(ofWitness);
      inTest('fields');
      expect(await callsOf(fieldsOf)).toBeGreaterThan(ofWitness);
      expect(files()).toBe(2);
      for (const [test, failing] of [
        ['users', userOf],
        ['fields', fieldsOf],
        ['fields', fieldsOf],
      ] as const) {
        inTest(test);
        expect(await callsOf(failing)).toBe(ofWitness);
      }
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
      inTest('users');
      expect(await callsOf(userOf)).toBe(ofWitness);
    });

    test('are told apart by the groups of tests that are called by the title of the contract', async () => {
      inTest(`one ${contract.title}`);
      await callsOf(userOf);
      inTest(`other ${contract.title}`);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
      inTest(contract.title);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
    });

    test('are told apart by their order where one test verifies both at once', async () => {
      const both = () => Promise.all([callsOf(userOf), callsOf(fieldsOf)]);
      await both();
      expect(files()).toBe(2);
      expect(await both()).toEqual([ofWitness, ofWitness]);
    });

    test('are the same one where its test is tried again', async () => {
      await callsOf(userOf);
      expect(await callsOf(userOf)).toBe(ofWitness);
      expect(files()).toBe(1);
    });

    test('are told apart by their order where the runner does not tell the test', async () => {
      inTest(undefined);
      await callsOf(userOf);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
    });
  });

  test('of one name in two tests are told apart, too', async () => {
    inTest('one');
    await expect(verified(named('handler', userOf))).rejects.toThrow('userArn');
    inTest('other');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(1);
    inTest('one');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(0);
  });

  test('all take a witness that an earlier release kept, which named no handler', async () => {
    await expect(verified(named('users', userOf))).rejects.toThrow('userArn');
    const { handler: _, ...before } = JSON.parse(readFileSync(witnessPath(contract), 'utf8'));
    writeFileSync(witnessPath(contract), JSON.stringify(before));
    let calls = 0;
    const failing = named('others', (event) => {
      calls++;
      return userOf(event);
    });
    await expect(verified(failing)).rejects.toThrow('userArn');
    expect([calls, files()]).toEqual([ofWitness, 1]);
    await verified(named('others', caseIdOf));
    expect(files()).toBe(0);
  });
});

test.each([
  ['a torn file', '{"title":"refunds han'],
  ['a witness of another contract', JSON.stringify({ ...witness, title: 'others handles CASE.CREATED' })],
  [
    'an event that the model refuses',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'case', 'caseId'], to: 7 }] }),
  ],
  [
    'a difference at a place that is gone',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'gone', 'x'], to: 7 }] }),
  ],
])('%s is dropped, and that is said', async (_, text) => {
  mkdirSync('__witnesses__');
  writeFileSync(witnessPath(contract), text);
  const lines: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  await verify(contract, ({ detail }: { detail: { case: { caseId: string } } }) => detail.case.caseId);
  stderr.mockRestore();
  expect(lines).toEqual([
    'refunds handles CASE.CREATED: its witness is no longer an event of this domain, so it is dropped\n',
  ]);
  expect(existsSync('__witnesses__')).toBe(false);
});

const reads = ({ detail }: { detail: { case: { caseId: string } } }) => detail.case.caseId;

test('a file in the place of their directory is none of ours: a good handler passes', async () => {
  writeFileSync('__witnesses__', 'a file, no directory');
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await verify(contract, reads);
  expect(stderr.mock.calls).toEqual([]);
  stderr.mockRestore();
  expect(readFileSync('__witnesses__', 'utf8')).toBe('a file, no directory');
});

test('one that cannot be read now stays, and that is said', async () => {
  // A folder cannot be read, whoever asks.
  mkdirSync(witnessPath(contract), { recursive: true });
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await verify(contract, reads);
  const lines = stderr.mock.calls.map(([line]) => line);
  stderr.mockRestore();
  expect(lines).toEqual([
    `refunds handles CASE.CREATED: its witness ${witnessPath(contract)} cannot be read (EISDIR), and is not played\n`,
  ]);
  expect(existsSync(witnessPath(contract))).toBe(true);
});

test('one that cannot be read is told once, also where the handler fails and its witness would be kept there', async () => {
  mkdirSync(witnessPath(contract), { recursive: true });
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await expect(
    verify(contract, () => {
      throw new Error('always');
    }),
  ).rejects.toThrow('always');
  const lines = stderr.mock.calls.map(([line]) => line);
  stderr.mockRestore();
  expect(lines).toEqual([expect.stringContaining('cannot be read (EISDIR), and is not played')]);
});

test('that one cannot be removed fails no good handler', () => {
  mkdirSync(witnessPath(contract), { recursive: true });
  expect(() => dropWitness({ file: witnessPath(contract), witness })).not.toThrow();
});
