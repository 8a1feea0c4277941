import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { assemble } from '../../../src/broker/assemble.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { Attempt } from '../../../src/pact/attempt.ts';
import { hashFiles } from '../../../src/pact/claim.ts';
import { getPartPath } from '../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { verifyWhateverItReads as verify } from '../../helpers/verifyWhateverItReads.ts';
import { runnersAside } from './runnersAside.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();
const errors = runnersAside();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });
const [contract] = contracts as unknown as [Contract];
const part = () => existsSync(getPartPath('pacts', contract));
const verified = (handler: Handler) => verify(contract, handler, { runs: 0, ambiguities: 'off' });
const bad = ({ detail }: Any) => `${detail.case.caseId} ${detail.performedBy.user.userArn}`;
const good = ({ detail }: Any) => detail.case.caseId;

const own = { ...expect.getState() } as object;
afterEach(() => expect.setState(own));

/** From here on, another test runs. */
function inTest(name: string): void {
  expect.setState({ currentTestName: name, currentConcurrentTestName: undefined } as object);
}

/** From here on, the tests of another file run. */
function inFile(name: string): void {
  writeFileSync(name, '');
  expect.setState({ testPath: path.resolve(name) });
}

describe('a part exists only if every handler of its contract passes:', () => {
  test('a passing handler does not restore the part that an earlier one lost', async () => {
    for (const other of contracts.slice(1)) await verify(other, () => '', { runs: 0, ambiguities: 'off' });
    await expect(verified(bad)).rejects.toThrow('userArn');
    await verified(good);
    expect(part()).toBe(false);
    expect(() => assemble({ dir: 'pacts' })).toThrow(
      'refunds: the parts of "refunds handles CASE.CREATED" are missing (5 of 6 are there). Usually one of their tests failed, was not run, or does not return the promise of verify. A failing handler leaves no part, even if another handler of the same contract passes. Run the tests again; if they run in shards, copy the parts of all shards into one directory.',
    );
  });

  test('a failing handler removes the part of an earlier one', async () => {
    await verified(good);
    await expect(verified(bad)).rejects.toThrow('userArn');
    expect(part()).toBe(false);
  });

  test('also across two test files of one run', async () => {
    inFile('a.test.ts');
    await expect(verified(bad)).rejects.toThrow('userArn');
    inFile('b.test.ts');
    await verified(good);
    expect(part()).toBe(false);
  });

  test('also across anonymous handlers of two tests', async () => {
    await expect(verified((event: Any) => bad(event))).rejects.toThrow('userArn');
    inTest('another test');
    await verified((event: Any) => good(event));
    expect(part()).toBe(false);
  });

  test('also for handlers that run at once', async () => {
    const slow = async (event: Any) => {
      await new Promise((resolve) => setImmediate(resolve));
      return good(event);
    };
    await Promise.all([expect(verified(bad)).rejects.toThrow('userArn'), verified(slow)]);
    expect(part()).toBe(false);
  });

  test('also for one handler that is verified twice at once, and passes once', async () => {
    const foreign = ({ source, detail }: Any) => (source === 'aws.cases' && detail.case ? '' : detail.case.caseId);
    const options = { runs: 0, ambiguities: 'off' } as const;
    await Promise.all([
      expect(verify(contract, foreign, { ...options, foreign: true })).rejects.toThrow('caseId'),
      verify(contract, foreign, options),
    ]);
    expect(part()).toBe(false);
  });

  test('also if a handler fails after its run', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let goingOn: NodeJS.Timeout | undefined;
    await verified(async (event: Any) => {
      if (goingOn === undefined)
        void opened.then(() => {
          throw new Error('much later');
        });
      goingOn ??= setInterval(() => undefined, 100_000);
      return good(event);
    });
    expect(part()).toBe(true);
    open();
    await new Promise((resolve) => setImmediate(resolve));
    clearInterval(goingOn);
    expect(errors).toEqual([new Error('much later')]);
    expect(part()).toBe(false);
    await verified(good);
    expect(part()).toBe(false);
  });
});

describe('a part exists', () => {
  test('if all handlers of its contract pass, in turn or at once, and no other file remains', async () => {
    await verified(good);
    await verified((event: Any) => good(event));
    await Promise.all([verified(good), verified((event: Any) => good(event))]);
    expect(part()).toBe(true);
    const names = readdirSync(path.dirname(getPartPath('pacts', contract))).filter((name) => !name.endsWith('.claim'));
    expect(names).toEqual(['CASE.CREATED.part']);
  });

  test('if a failed handler passes in a retry of its test', async () => {
    let tries = 0;
    const flaky = (event: Any) => (tries === 0 ? bad(event) : good(event));
    await expect(verified(flaky)).rejects.toThrow('userArn');
    await verified(good);
    tries++;
    await verified(flaky);
    expect(part()).toBe(true);
  });

  test('if a failed anonymous handler passes in a retry of its test', async () => {
    await expect(verified((event: Any) => bad(event))).rejects.toThrow('userArn');
    await verified((event: Any) => good(event));
    expect(part()).toBe(true);
  });
});

describe('an attempt that did not pass', () => {
  const claim = (runner: string, round: number) => ({
    testFile: path.resolve('a.test.ts'),
    runner,
    round,
    files: hashFiles([path.resolve('a.test.ts')]),
  });
  const attempt = (runner: string, round: number, handler: string) =>
    new Attempt('pacts', contract, claim(runner, round), { name: handler });
  beforeEach(() => {
    mkdirSync('pacts');
    writeFileSync('a.test.ts', 'bad and good');
  });

  test.each([
    ['of the same round', 'run 1', 1, true],
    ['of the next round of a watching runner', 'run 1', 2, false],
    ['of another run', 'run 2', 1, false],
  ])('counts for a handler %s: %s, %d: %s', (_, runner, round, counts) => {
    attempt('run 1', 1, 'bad').begin();
    const other = attempt(runner, round, 'good');
    other.begin();
    expect(other.notePassed()).toBe(!counts);
  });

  test('no longer counts after a change of its test file, which may have removed the handler', () => {
    attempt('run 1', 1, 'bad').begin();
    writeFileSync('a.test.ts', 'good');
    const other = attempt('run 1', 1, 'good');
    other.begin();
    expect(other.notePassed()).toBe(true);
  });

  test('belongs to one contract of the table', () => {
    attempt('run 1', 1, 'bad').begin();
    expect(new Attempt('pacts', contracts[1] as Contract, claim('run 1', 1), { name: 'good' }).notePassed()).toBe(true);
  });
});
