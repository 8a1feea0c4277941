import * as ofArbitraries from '../../../arbitraries/index.ts';
import { ignored } from '../../../contracts/ignored.ts';
import * as schema from '../../../model/schemaEntry.ts';
import { captureCaller, isOwnFrame } from '../../../model/values/callerStack.ts';
import * as ofMain from '../../../src/index.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

// Namespaces cannot be read by varying names.
const [main, arbitraries] = [{ ...ofMain }, { ...ofArbitraries }];
const { contractsFor, readsOf, verify, verifyDelivery } = main;
const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] });
const contract = contracts[0] as (typeof contracts)[number];
const handler = (): void => undefined;
const world = { reset: handler, observe: () => null };
const deep = (levels: number, work: () => unknown): unknown => (levels === 0 ? work() : deep(levels - 1, work));

/** Wrong calls by public function: each error starts at the line of its call. */
const wrong: Readonly<Record<string, readonly (() => unknown)[]>> = {
  contractsFor: [
    () => contractsFor('', ignoringAll),
    () => contractsFor('refunds', {} as never),
    () => contractsFor('refunds', ignoringAll, { domains: 1 } as never),
    () => contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseid' as never] }),
    () => contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['detail.case.caseId' as never] }),
    () => contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.fields.titel' as never] }),
    () =>
      contractsFor(
        'refunds',
        { ...ignoringAll, 'CASE.CREATED': ['case.fields.titel' as never] },
        { domain: main.exampleDomain },
      ),
    () => contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': [] }),
    () => contractsFor('refunds', { ...ignoringAll, 'RELATED_ITEM.CREATED': { Coment: ignored } as never }),
    () => contractsFor('refunds', { ...ignoringAll, 'RELATED_ITEM.CREATED': ['relatedItem.comment.body'] as never }),
    () => contractsFor('refunds', ignoringAll, { domain: { region: 'us-east-1' } as never }),
  ],
  defineDomain: [
    () => main.defineDomain({} as never),
    () => main.defineDomain({ region: 'mars' } as never),
    () => main.defineDomain({ ...main.exampleDomain, includedData: { fields: ['titel'] } } as never),
  ],
  fixture: [
    () => main.fixture('CASE.CREATE' as never),
    () => main.fixture('CASE.CREATED', { bytes: -1 }),
    () => main.fixture('CASE.CREATED', { set: { 'case.caseid': 1 } as never }),
  ],
  entrySize: [() => main.entrySize({} as never)],
  readsOf: [
    () => readsOf(1 as never, { domain: main.exampleDomain }),
    () => readsOf(handler, { domain: main.exampleDomain, vias: 1 } as never),
    () => readsOf(handler, { domain: main.exampleDomain, via: 'sqs' as never }),
    () => readsOf(handler, { domain: main.exampleDomain }),
  ],
  verify: [
    () => verify({} as never, handler),
    () => verify(contract, 1 as never),
    () => verify(contract, handler, { seeds: 1 } as never),
    () => verify(contract, handler, { timeout: 0 }),
    () => verify(contract, handler, { seed: 0, path: 'fixed:99999:0' }),
    () => verify(contract, handler, { seed: 0, path: '0:99:99' }),
    () => verify(contract, handler, { reset: () => Promise.reject(undefined) }),
    () => verify(contract, () => Promise.reject(undefined), { runs: 0 }),
  ],
  verifyDelivery: [
    () => verifyDelivery([], handler, world),
    () => verifyDelivery(contracts, 1 as never, world),
    () => verifyDelivery(contracts, handler, {} as never),
    () => verifyDelivery(contracts, handler, { ...world, observe: () => new Map() }),
    () => verifyDelivery(contracts, handler, { ...world, seed: 0, path: '0:99:99' }),
    () => verifyDelivery(contracts, handler, { ...world, concurrency: 2, downstream: (() => 1) as never }),
    () => verifyDelivery(contracts, handler, { ...world, downstream: ({ watch }: Any) => watch(1) }),
    () => verifyDelivery(contracts, () => Promise.reject(undefined), world),
  ],
  ...Object.fromEntries(
    (['viaLambda', 'viaSqs', 'viaSns', 'viaSnsToSqs', 'viaKinesis', 'viaFirehose'] as const).map((name) => [
      name,
      [
        () => main[name](1 as never),
        () => main[name](main.viaSqs(handler)),
        () => main[name](handler, { batchSizes: 1 } as never),
        () => main[name](handler, { batchSize: 0 }),
      ],
    ]),
  ),
  ...Object.fromEntries(
    (
      [
        'caseCreated',
        'caseDeleted',
        'caseUpdated',
        'events',
        'malformedEvents',
        'relatedItemCreated',
        'relatedItemDeleted',
        'relatedItemUpdated',
      ] as const
    ).map((name) => [
      name,
      [
        () => arbitraries[name]({ clas: 1 } as never),
        () => arbitraries[name]({ class: 'odd' as never }),
        () => arbitraries[name]({ bytes: 1 }),
        () => arbitraries[name]({ domain: {} as never }),
      ],
    ]),
  ),
  foreignEvents: [() => arbitraries.foreignEvents({ state: 'ON' as never })],
  caseHistory: [() => arbitraries.caseHistory({ minLength: 0 }), () => arbitraries.caseHistory({ cases: 1 } as never)],
  fieldsOf: [
    () => main.fieldsOf({} as never, main.exampleDomain),
    () => main.fieldsOf({ detail: { case: {} } }, {} as never),
  ],
  parseCaseEvent: [
    () => schema.parseCaseEvent({}),
    () => schema.parseCaseEvent({}, { domains: 1 } as never),
    () => schema.parseCaseEvent({}, { dialect: { fraction: 'odd' } as never }),
  ],
};

/** Functions without arguments that can be wrong. */
const withoutArguments = ['caseEventJsonSchema', 'domains', 'readingsOf'];

async function thrownBy(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

function framesOf({ stack = '', name, message }: Error): string[] {
  expect(stack.startsWith(`${name}: ${message}`)).toBe(true);
  return stack.slice(`${name}: ${message}`.length).split('\n').slice(1);
}

describe.each(Object.entries(wrong))('a wrong argument of %s', (_, calls) => {
  test.each(calls.map((call) => [String(call).replaceAll(/\s+/g, ' '), call] as const))(
    'starts at the line of the call: %s',
    async (__, call) => {
      const [first = ''] = framesOf(await thrownBy(call));
      expect(first).toMatch(/^ {4}at .*callerStack\.test\.ts:\d+:\d+\)?$/);
    },
  );
});

test('every public function is called', () => {
  const functions = [main, arbitraries, schema].flatMap((entry) =>
    Object.entries(entry)
      .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
      .map(([name]) => name),
  );
  expect([...new Set(functions)].sort()).toEqual([...Object.keys(wrong), ...withoutArguments].sort());
});

test('a handler whose error has a stack is reported at its own line', async () => {
  const refuse = (): never => {
    throw new Error('refused');
  };
  for (const call of [
    () => verify(contract, refuse, { runs: 0 }),
    () => verifyDelivery(contracts, refuse, world),
    () => verify(contract, handler, { reset: refuse }),
  ]) {
    const frames = framesOf(await thrownBy(call));
    expect(frames[0]).toMatch(/at refuse \(.*callerStack\.test\.ts:\d+:\d+\)$/);
    expect(frames.filter(isOwnFrame)).toEqual([]);
  }
});

test('deep calls give no more frames than Node is asked for', async () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 10;
  const frames = framesOf(await thrownBy(() => deep(60, () => contractsFor('', ignoringAll))));
  const after = Error.stackTraceLimit;
  Error.stackTraceLimit = before;
  expect(frames).toHaveLength(10);
  expect(after).toBe(10);
});

test.each([0, undefined])('a consumer that asks for %s frames gets none', async (limit) => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = limit as never;
  const error = await thrownBy(() => contractsFor('', ignoringAll));
  const after = Error.stackTraceLimit;
  Error.stackTraceLimit = before;
  expect(after).toBe(limit);
  expect(error.stack ?? '').not.toContain('\n    at ');
});

test('a stack with a custom format stays unchanged', () => {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, sites) => sites;
  const error = new TypeError('wrong');
  captureCaller(error);
  const { stack } = error as { stack?: unknown };
  Error.prepareStackTrace = prepareStackTrace as never;
  expect(Array.isArray(stack)).toBe(true);
});

test('a frame is ours by its directory alone', () => {
  expect(isOwnFrame(`    at f (${require.resolve('../../../src/index.ts')}:1:1)`)).toBe(true);
  expect(isOwnFrame(`    at f (${__filename}:1:1)`)).toBe(false);
});
