import fc from 'fast-check';
import type { Contract } from '../../../../contracts/contract.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';
import { contracts } from '../delivery/correct.ts';

// A project calls fc.configureGlobal for its own properties: here every parameter meets our runs.

const intruder = new Error('a hook of the project took part');
const fail = () => {
  throw intruder;
};

type Parameters = Required<fc.Parameters<unknown> & fc.GlobalParameters>;

/** One value for each parameter, chosen to change a run that heeds it. The compiler names a new parameter. */
const configured: { readonly [Name in keyof Parameters]: Parameters[Name] } = {
  seed: 99,
  randomType: 'mersenne',
  numRuns: 1,
  maxSkipsPerRun: 0,
  timeout: 1,
  skipAllAfterTimeLimit: 0,
  interruptAfterTimeLimit: 0,
  markInterruptAsFailure: true,
  skipEqualValues: true,
  ignoreEqualValues: true,
  path: '3:0',
  logger: fail,
  unbiased: true,
  verbose: 2,
  examples: [['no event']],
  endOnFailure: true,
  reporter: fail,
  asyncReporter: fail,
  includeErrorInReport: true,
  plugins: [fail],
  beforeEach: fail,
  afterEach: fail,
  asyncBeforeEach: fail,
  asyncAfterEach: fail,
  baseSize: 'xlarge',
  defaultSizeToMaxWhenMaxSpecified: true,
};

inEmptyDirectories();
beforeEach(() => {
  process.env.CI = 'true';
});
afterEach(() => fc.resetConfigureGlobal());

const updated = contracts[1] as Contract;

type Any = ReturnType<typeof JSON.parse>;

/** All events of a run, and its final failure, for a handler that fails on some of them or on none. */
async function runOf(fails: (event: Any) => boolean): Promise<{ played: unknown[]; failure: string }> {
  const played: unknown[] = [];
  const handler = async (event: Any) => {
    played.push(event);
    if (fails(event)) throw new Error('no');
  };
  const failure = await verify(updated, handler, { runs: 20, foreign: true }).then(() => '', messageOf);
  return { played, failure };
}

function messageOf(error: unknown): string {
  return (error as Error).message.replaceAll(/^ +(in|at) .*$/gm, '');
}

/** The same for deliveries: the contents of the batches, and the result for a handler that counts. */
async function deliveriesOf(): Promise<{ played: unknown[]; failure: string }> {
  const played: unknown[] = [];
  let count = 0;
  const handler = viaSqs(
    async ({ Records }: Any) => {
      played.push(Records.map(({ body }: Any) => body));
      count += Records.length;
    },
    { batchSize: 3 },
  );
  const failure = await verifyDelivery(contracts, handler, {
    runs: 5,
    tolerates: ['duplicates', 'reordering', 'poison'],
    reset: () => {
      count = 0;
    },
    observe: () => count,
  }).then(() => '', messageOf);
  return { played, failure };
}

const isRandom = ({ detail }: Any) => detail.case?.fields?.title?.value?.stringValue?.length > 60;

describe.each(Object.keys(configured) as (keyof Parameters)[])('fc.configureGlobal({ %s })', (name) => {
  test('changes neither the events nor the findings of verify', async () => {
    const before = [await runOf(() => false), await runOf(isRandom), await deliveriesOf()];
    expect(before.map(({ failure }) => failure === '')).toEqual([true, false, false]);
    fc.configureGlobal({ [name]: configured[name] } as fc.GlobalParameters);
    const after = [await runOf(() => false), await runOf(isRandom), await deliveriesOf()];
    expect(after).toEqual(before);
  });
});

test('a plugin for all properties has no effect on our runs', async () => {
  const before = await runOf(isRandom);
  const plugin = { decorateRun: () => fail, decorateGenerate: () => fail, onAllRunsComplete: fail, afterAll: fail };
  const { installGlobalPlugin } = fc as { installGlobalPlugin?: (plugin: () => object) => void };
  // fast-check has it since 4.10. It stays for the rest of this file.
  installGlobalPlugin?.(() => plugin);
  expect(await runOf(isRandom)).toEqual(before);
});

test('the properties of the project keep their configuration', () => {
  fc.configureGlobal({ numRuns: 3 });
  let runs = 0;
  try {
    fc.assert(fc.property(fc.nat(), () => void runs++));
  } catch {
    // The plugin of the previous test.
  }
  expect(fc.readConfigureGlobal()).toEqual({ numRuns: 3 });
  expect(runs).toBeLessThanOrEqual(3);
});
