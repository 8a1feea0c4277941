import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { realProcess } from '../../../../model/platform/realProcess.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const [contract] = contractsFor('waiting', ignoringAll, { domain: exampleDomain });
const hint =
  /^verify at \S*watchAwaiting\.test\.ts:\d+:\d+ was still running when its (test|process) ended, so the test passed whatever happened\. Return its promise from the test, as in test\(contract\.title, \(\) => verify\(contract, handler\)\), or await it\.\n$/;

/** jest's own state of the running test. */
function jestState(): { currentlyRunningTest: Any } {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return (globalThis as Any)[symbol as symbol];
}

/** Plays while jest says of the test that it is done, as after its end. */
async function playBeyond(): Promise<void> {
  const task = jestState().currentlyRunningTest;
  const { status } = task;
  const handler = async (): Promise<void> => {
    task.status = 'done';
  };
  try {
    await verify(contract, handler, { runs: 0, ambiguities: 'off' });
  } finally {
    task.status = status;
  }
}

const told = (): string[] => warnings.filter((line) => line.includes('was still running'));

test('a run that ends after its test says so, with the line of the call', async () => {
  await playBeyond();
  expect(told()).toEqual([expect.stringMatching(hint)]);
  expect(told()[0]).toContain('when its test ended');
});

test('a run that is awaited says nothing', async () => {
  await verify(contract, async () => undefined, { runs: 0, ambiguities: 'off' });
  expect(told()).toEqual([]);
});

test('a run of a test that has failed, such as by its time limit, says nothing', async () => {
  const { currentlyRunningTest } = jestState();
  currentlyRunningTest.errors.push('the time is over');
  try {
    await playBeyond();
  } finally {
    currentlyRunningTest.errors.pop();
  }
  expect(told()).toEqual([]);
});

test('a run that its process does not wait for says so at the end', async () => {
  const before = new Set(realProcess.listeners('exit'));
  let atExit: readonly Any[] = [];
  await verify(
    contract,
    async () => {
      atExit = realProcess.listeners('exit').filter((listener) => !before.has(listener));
      const task = jestState().currentlyRunningTest;
      const { status } = task;
      task.status = 'done';
      if (warnings.length === 0) for (const listener of atExit) listener();
      task.status = status;
    },
    { runs: 0, ambiguities: 'off' },
  );
  expect(told()).toEqual([expect.stringMatching(hint)]);
  expect(told()[0]).toContain('when its process ended');
  expect(realProcess.listeners('exit').filter((listener) => atExit.includes(listener))).toEqual([]);
});
