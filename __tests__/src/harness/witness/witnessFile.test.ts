import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import type { Witness } from '../../../../src/harness/run/witness.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { eventWitness as form } from '../../../../src/harness/witness/eventWitness.ts';
import {
  dropWitness,
  getWitnessPath,
  type Kept,
  loadWitness,
  saveWitness,
} from '../../../../src/harness/witness/witnessFile.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';

type Any = ReturnType<typeof JSON.parse>;
const own = { ...expect.getState() };
inEmptyDirectories();

const [contract] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });

const witness: Witness = {
  title: 'refunds handles CASE.CREATED',
  itemType: undefined,
  class: 'sparse',
  facts: ['userOptional'],
  replay: { seed: 1, path: 'fixed:3:0' },
  differences: [{ steps: ['detail', 'performedBy', 'user'], from: { userArn: 'arn' } }],
};

const handler = { name: 'handler', testFile: 'test/contract.test.ts' };

test('a witness is read back unchanged, from one file that no runner watches', () => {
  expect(loadWitness(contract, handler, form)).toBeUndefined();
  const file = getWitnessPath(contract);
  expect(saveWitness(contract, { ...witness, handler }, form)).toBe(file);
  const kept = loadWitness(contract, handler, form) as Kept<Witness>;
  expect(kept).toEqual({ file, witness: { ...witness, handler } });
  expect(readdirSync('__witnesses__')).toEqual([
    expect.stringMatching(/^refunds-handles-CASE-CREATED-[0-9a-f]{8}\.witness$/),
  ]);
  dropWitness(kept);
  expect(loadWitness(contract, handler, form)).toBeUndefined();
});

test('the item type of a case event is an empty text in the file, in its old place', () => {
  const file = saveWitness(contract, witness, form) as string;
  const saved = JSON.parse(readFileSync(file, 'utf8'));
  expect([Object.keys(saved).slice(0, 3), saved.itemType]).toEqual([['title', 'itemType', 'class'], '']);
  expect(loadWitness(contract, handler, form)?.witness).toHaveProperty('itemType', undefined);
});

test('the file of an event keeps its form, byte for byte', () => {
  const file = saveWitness(contract, { ...witness, handler, identity: { number: 7, run: -3 } }, form) as string;
  expect(path.basename(file)).toBe('refunds-handles-CASE-CREATED-524053b0.witness');
  expect(readFileSync(file, 'utf8')).toBe(`{
  "title": "refunds handles CASE.CREATED",
  "itemType": "",
  "class": "sparse",
  "facts": [
    "userOptional"
  ],
  "replay": {
    "seed": 1,
    "path": "fixed:3:0"
  },
  "differences": [
    {
      "steps": [
        "detail",
        "performedBy",
        "user"
      ],
      "from": {
        "userArn": "arn"
      }
    }
  ],
  "handler": {
    "name": "handler",
    "testFile": "test/contract.test.ts"
  },
  "identity": {
    "number": 7,
    "run": -3
  }
}
`);
});

test('the violation is still reported if the witness cannot be written', () => {
  writeFileSync('__witnesses__', 'a file, no directory');
  expect(saveWitness(contract, witness, form)).toBeUndefined();
});

describe('handlers of one contract', () => {
  const caseIdOf = ({ detail }: Any) => detail.case.caseId;
  const userOf = ({ detail }: Any) => `${detail.case.caseId} ${detail.performedBy.user.userArn.length}`;
  const fieldsOf = ({ detail }: Any) => `${detail.case.caseId} ${Object.keys(detail.case.fields).length}`;
  /** The behaviour of a handler, under a name that stays after its correction. */
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
  /** From here on, another test runs, or one that the runner does not name. */
  function inTest(name: string | undefined): void {
    expect.setState({ currentTestName: name, currentConcurrentTestName: undefined } as object);
  }
  function verifiedIn(file: string): void {
    expect.setState({ testPath: path.resolve('test', file) });
  }
  const files = () => (existsSync('__witnesses__') ? readdirSync('__witnesses__').length : 0);

  test('have a witness each: a passing handler removes only its own, which it played first', async () => {
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

  test('with the same name are distinguished by their test file, as long as it exists', async () => {
    await expect(verified(named('handler', userOf))).rejects.toThrow('userArn');
    verifiedIn('b.test.ts');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(1);
    rmSync('test/a.test.ts');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(0);
  });

  test('behind a transport are distinguished by it and by their function', async () => {
    const failing = named('queue', ({ Records }: Any) => void userOf(JSON.parse(Records[0].body)));
    await expect(verified(viaSqs(failing))).rejects.toThrow('userArn');
    await verified(viaSqs(named('other', () => undefined)));
    await verified(named('queue', caseIdOf));
    expect(files()).toBe(1);
    await verified(viaSqs(named('queue', () => undefined)));
    expect(files()).toBe(0);
  });

  describe('without a name', () => {
    /** The number of calls of a failing handler, limited to its witness if it has one. */
    async function callsOf(failing: (event: Any) => unknown): Promise<number> {
      let calls = 0;
      await expect(verified((event: Any) => [calls++, failing(event)])).rejects.toThrow('every run plays it first');
      return calls;
    }

    test('are distinguished by their tests: both witnesses are played, even if one test runs alone', async () => {
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

    test('are distinguished by the groups of tests with the title of the contract', async () => {
      inTest(`one ${contract.title}`);
      await callsOf(userOf);
      inTest(`other ${contract.title}`);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
      inTest(contract.title);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
    });

    test('are distinguished by their order if one test verifies both at once', async () => {
      const both = () => Promise.all([callsOf(userOf), callsOf(fieldsOf)]);
      await both();
      expect(files()).toBe(2);
      expect(await both()).toEqual([ofWitness, ofWitness]);
    });

    test('count as the same handler in a retry of their test', async () => {
      await callsOf(userOf);
      expect(await callsOf(userOf)).toBe(ofWitness);
      expect(files()).toBe(1);
    });

    test('are distinguished by their order if the runner does not name the test', async () => {
      inTest(undefined);
      await callsOf(userOf);
      await verified((event: Any) => caseIdOf(event));
      expect(files()).toBe(1);
    });
  });

  test('with the same name in two tests are distinguished, too', async () => {
    inTest('one');
    await expect(verified(named('handler', userOf))).rejects.toThrow('userArn');
    inTest('other');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(1);
    inTest('one');
    await verified(named('handler', caseIdOf));
    expect(files()).toBe(0);
  });

  test('all use a witness of an earlier release, which named no handler', async () => {
    await expect(verified(named('users', userOf))).rejects.toThrow('userArn');
    const { handler: _, ...before } = JSON.parse(readFileSync(getWitnessPath(contract), 'utf8'));
    writeFileSync(getWitnessPath(contract), JSON.stringify(before));
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

const otherDomain = 'is no longer an event of this domain';
const otherFile = 'is damaged, or is one of another contract';
test.each([
  ['a broken file', '{"title":"refunds han', otherFile],
  ['a witness of another contract', JSON.stringify({ ...witness, title: 'others handles CASE.CREATED' }), otherFile],
  [
    'an event that the model refuses',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'case', 'caseId'], to: 7 }] }),
    otherDomain,
  ],
  [
    'a difference at a place that no longer exists',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'gone', 'x'], to: 7 }] }),
    otherDomain,
  ],
])('%s is removed with a warning', async (_, text, why) => {
  mkdirSync('__witnesses__');
  writeFileSync(getWitnessPath(contract), text);
  const lines: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  await verify(contract, ({ detail }: { detail: { case: { caseId: string } } }) => detail.case.caseId);
  stderr.mockRestore();
  expect(lines).toEqual([`refunds handles CASE.CREATED: its witness ${why}, so it is dropped\n`]);
  expect(existsSync('__witnesses__')).toBe(false);
});

const reads = ({ detail }: { detail: { case: { caseId: string } } }) => detail.case.caseId;

test('a file in place of the directory is left alone, and a correct handler passes', async () => {
  writeFileSync('__witnesses__', 'a file, no directory');
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await verify(contract, reads);
  expect(stderr.mock.calls).toEqual([]);
  stderr.mockRestore();
  expect(readFileSync('__witnesses__', 'utf8')).toBe('a file, no directory');
});

test('a witness that cannot be read now stays, with a warning', async () => {
  // A folder cannot be read by anyone.
  mkdirSync(getWitnessPath(contract), { recursive: true });
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await verify(contract, reads);
  const lines = stderr.mock.calls.map(([line]) => line);
  stderr.mockRestore();
  expect(lines).toEqual([
    `refunds handles CASE.CREATED: its witness ${getWitnessPath(contract)} cannot be read (EISDIR), and is not played\n`,
  ]);
  expect(existsSync(getWitnessPath(contract))).toBe(true);
});

test('an unreadable witness causes one warning, even if the handler fails and a new witness would go there', async () => {
  mkdirSync(getWitnessPath(contract), { recursive: true });
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

test('a witness that cannot be removed does not fail a correct handler', () => {
  mkdirSync(getWitnessPath(contract), { recursive: true });
  expect(() => dropWitness({ file: getWitnessPath(contract) })).not.toThrow();
});
