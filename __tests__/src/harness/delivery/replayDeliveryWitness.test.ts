import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { withoutCi } from '../../../helpers/withoutCi.ts';
import { contracts, take, world } from './correct.ts';
import { caseIdOf, count, faulty, faultyBehindQueues, ownWorld, rows } from './faulty.ts';
import { outageFaulty } from './outageFaulty.ts';
import { outageWorld } from './outageWorld.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
withoutCi();

const files = (): string[] => (existsSync('__witnesses__') ? readdirSync('__witnesses__').sort() : []);
const theFile = (): string => path.join('__witnesses__', files()[0] as string);
const readFile = (): Any => JSON.parse(readFileSync(theFile(), 'utf8'));

async function violationOf(
  handler: Handler,
  options: DeliveryOptions = ownWorld,
  given: readonly Contract[] = contracts,
): Promise<DeliveryViolation> {
  const failure = await rejection(verifyDelivery(given, handler, options));
  if (!(failure instanceof DeliveryViolation)) throw failure;
  return failure;
}

/** The behaviour of a handler, under a name that stays after its correction, and the events that it gets. */
function named(does: Handler, name = 'handler'): { readonly handler: Handler; readonly came: string[] } {
  const came: string[] = [];
  const handler = (event: Any, context: Any): unknown => {
    came.push(event.id);
    return (does as Any)(event, context);
  };
  return { handler: Object.defineProperty(handler, 'name', { value: name }) as Handler, came };
}

const counting = faulty[0]?.handler as Handler;
const keepsLast = faulty[1]?.handler as Handler;

describe('a failing delivery', () => {
  test('is kept in a file of its own, as plain data, and named in the failure', async () => {
    const violation = await violationOf(named(counting).handler);
    expect(files()).toEqual([expect.stringMatching(/^refunds-deliveries-[0-9a-f]{8}\.witness$/)]);
    expect(readFile()).toEqual({
      title: 'refunds deliveries',
      promise: violation.promise,
      replay: violation.replay,
      handler: expect.objectContaining({ name: 'handler' }),
      batchSize: 1,
      interleaving: expect.any(Number),
      faults: violation.faults,
      history: violation.history,
    });
    expect(violation.message.split('\n').at(-1)).toBe(
      `  Kept in ${theFile()}: every run plays it first, until it passes.`,
    );
  });

  test.each(faulty.map((one) => [one.name, one] as const))(
    'of a handler that %s is played before all others, and fails in the same words',
    async (_, { handler }) => {
      const first = await violationOf(handler);
      const events = new Set(first.history.map(({ id }) => id));
      const came: string[] = [];
      const again = named((event: Any, context: Any) => {
        came.push(event.id);
        return (handler as Any)(event, context);
      }, handler.name);
      const second = await violationOf(again.handler);
      expect(second.message).toBe(first.message);
      expect([second.history, second.faults, second.replay]).toEqual([first.history, first.faults, first.replay]);
      // The last calls check that the transport fits the function.
      expect(came.slice(0, -2).filter((id) => !events.has(id))).toEqual([]);
      expect(files()).toHaveLength(1);
      expect(warnings.filter((line) => line.includes('witness'))).toEqual([]);
    },
  );

  test.each(faultyBehindQueues.map((one) => [one.name, one] as const))(
    'of a function behind a queue that %s is found again from its file alone',
    async (_, { handler, tolerates }) => {
      const options = { ...ownWorld, ...(tolerates === undefined ? {} : { tolerates }) };
      const first = await violationOf(handler, options);
      // Another seed draws other deliveries.
      const second = await violationOf(handler, { ...options, seed: 77 });
      expect([second.promise, second.history, second.faults, second.replay]).toEqual([
        first.promise,
        first.history,
        first.faults,
        first.replay,
      ]);
    },
  );

  test.each(outageFaulty.slice(0, 6).map(([name, handler]) => [name, handler] as const))(
    'with an outage, of a handler that %s, is found again from its file alone',
    async (_, handler) => {
      const first = await violationOf(handler, outageWorld);
      const second = await violationOf(handler, { ...outageWorld, seed: 77 });
      expect(second.message).toBe(first.message);
      expect([second.history, second.faults, second.replay]).toEqual([first.history, first.faults, first.replay]);
    },
  );

  test('with two batches in flight is found again in its order', async () => {
    const racing = async (event: Any): Promise<void> => {
      if (event.detail.case === undefined) return;
      const before = rows.get('seen') ?? [];
      await Promise.resolve();
      rows.set('seen', [...new Set([...before, caseIdOf(event)])].sort());
    };
    const options = { ...ownWorld, concurrency: 2 as const };
    const first = await violationOf(racing, options);
    const second = await violationOf(racing, { ...options, seed: 77 });
    expect([second.promise, second.history, second.replay]).toEqual([first.promise, first.history, first.replay]);
  });

  test('is removed with its directory once it passes', async () => {
    await violationOf(named(counting).handler);
    const correct = named(take);
    await verifyDelivery(contracts, correct.handler, world);
    expect(files()).toEqual([]);
    expect(existsSync('__witnesses__')).toBe(false);
  });

  test('is neither played nor removed by other handlers, which have their own files', async () => {
    await violationOf(named(counting, 'counts').handler);
    await violationOf(named(keepsLast, 'keeps').handler);
    expect(files()).toHaveLength(2);
    await verifyDelivery(contracts, named(take, 'third').handler, world);
    expect(files()).toHaveLength(2);
    await verifyDelivery(contracts, named(take, 'counts').handler, world);
    expect(files()).toEqual([expect.stringMatching(/^refunds-deliveries(-[0-9a-f]{8}){2}\.witness$/)]);
  });

  test('of some contracts has another file than that of the whole table, whatever their order', async () => {
    const [created, updated] = contracts;
    await violationOf(named(counting).handler);
    await violationOf(named(counting).handler, ownWorld, [updated, created]);
    expect(files()).toHaveLength(2);
    await verifyDelivery([created, updated], named(take).handler, world);
    expect(files()).toEqual([expect.stringMatching(/^refunds-deliveries-[0-9a-f]{8}\.witness$/)]);
    await violationOf(named(counting).handler, ownWorld, [...contracts].reverse());
    expect(files()).toHaveLength(1);
  });

  test('is printed in place of a file where CI is set', async () => {
    process.env.CI = 'true';
    const { message, history, faults } = await violationOf(named(counting).handler);
    expect(files()).toEqual([]);
    const [, text = ''] = /\n {2}Witness \(not kept, because CI is set\): (.*)$/.exec(message) ?? [];
    expect(JSON.parse(text)).toEqual({ batchSize: 1, interleaving: expect.any(Number), faults, history });
  });

  test('is reported all the same if no file can be written', async () => {
    writeFileSync('__witnesses__', 'a file, no directory');
    const { message } = await violationOf(named(counting).handler);
    expect(message).not.toContain('Kept in');
  });

  test('of one path is neither kept nor taken from a file', async () => {
    const { replay } = await violationOf(named(counting).handler);
    const kept = readFileSync(theFile(), 'utf8');
    const { message } = await violationOf(named(counting).handler, { ...ownWorld, ...replay });
    expect(message).not.toContain('Kept in');
    await verifyDelivery(contracts, named(take).handler, { ...world, ...replay });
    expect(readFileSync(theFile(), 'utf8')).toBe(kept);
  });
});

describe('a witness that is not valid any more is dropped', () => {
  const MARK = '00000000-0000-4000-8000-000000000000';

  /** Keeps a witness, changes its file, and returns the events that a correct handler then gets. */
  async function playChanged(
    change: (witness: Any) => unknown,
    given: readonly Contract[] = contracts,
  ): Promise<readonly string[]> {
    await violationOf(named(counting).handler);
    const { history, faults, ...rest } = readFile();
    const marked = {
      ...rest,
      faults: faults.map((fault: Any) => ({ ...fault, event: MARK })),
      history: [{ ...history[0], id: MARK }],
    };
    const changed = change(marked);
    writeFileSync(theFile(), typeof changed === 'string' ? changed : JSON.stringify(changed));
    const { handler, came } = named(take);
    await verifyDelivery(given, handler, { ...world, runs: 1 });
    expect(files()).toEqual([]);
    return came;
  }
  const told = (): string[] => warnings.filter((line) => line.includes('witness'));

  test('but played first, as it stands, as long as it is valid', async () => {
    expect((await playChanged((one) => one))[0]).toBe(MARK);
    expect(told()).toEqual([]);
  });

  test.each<[string, (witness: Any) => unknown]>([
    ['of another title', (one) => ({ ...one, title: 'others deliveries' })],
    ['that is half written', (one) => JSON.stringify(one).slice(0, 500)],
    ['that is no object', () => 'null'],
    ['without a history', ({ history: _, ...one }) => one],
    ['with an empty history', (one) => ({ ...one, history: [], faults: [] })],
    ['with an event that is no object', (one) => ({ ...one, history: [null], faults: [] })],
    ['with an event without an id', (one) => ({ ...one, history: [{ ...one.history[0], id: 7 }], faults: [] })],
    ['with one event twice', (one) => ({ ...one, history: [one.history[0], one.history[0]] })],
    ['without faults', ({ faults: _, ...one }) => one],
    ['with half a batch', (one) => ({ ...one, batchSize: 0.5 })],
    ['with no batch', (one) => ({ ...one, batchSize: 0 })],
    ['without an order', ({ interleaving: _, ...one }) => one],
    ['without a replay', ({ replay: _, ...one }) => one],
    ['with a path of verify', (one) => ({ ...one, replay: { seed: 0, path: 'fixed:3:0' } })],
    ['with a fault that is none', (one) => ({ ...one, faults: [{ kind: 'flood', event: MARK }] })],
    ['with a fault of no event', (one) => ({ ...one, faults: [{ kind: 'loss', event: 'none' }] })],
  ])('%s, with the words about a damaged one', async (_, change) => {
    expect(await playChanged(change)).not.toContain(MARK);
    expect(told()).toEqual([
      'refunds deliveries: its witness is damaged, or is one of another contract, so it is dropped\n',
    ]);
  });

  test('with an event that no longer parses', async () => {
    const came = await playChanged((one) => {
      one.history[0].detail.approximateChangeTime = 'yesterday';
      return one;
    });
    expect(came).not.toContain(MARK);
    expect(told()).toEqual([
      'refunds deliveries: its witness is no longer a history of this domain, so it is dropped\n',
    ]);
  });

  test('with an event that the rule no longer delivers', async () => {
    const rule = { source: ['aws.cases'], detail: { eventType: ['CASE.UPDATED'] } };
    const table = { ...ignoringAll, 'CASE.CREATED': undelivered, 'CASE.UPDATED': ['case.caseId'] } as const;
    const came = await playChanged(
      (one) => {
        expect(one.history[0].detail.eventType).toBe('CASE.CREATED');
        return one;
      },
      contractsFor('refunds', table, { domain: exampleDomain, rule }),
    );
    expect(came).not.toContain(MARK);
    expect(told()).toEqual(['refunds deliveries: its rule no longer delivers its witness, so it is dropped\n']);
  });
});

describe('a witness that a call does not admit any more is dropped without a word', () => {
  const told = (): string[] => warnings.filter((line) => line.includes('witness'));

  test('with a fault that it does not tolerate', async () => {
    await violationOf(named(counting).handler);
    expect(readFile().faults).toEqual([expect.objectContaining({ kind: 'duplicates' })]);
    await verifyDelivery(contracts, named(counting).handler, { ...ownWorld, tolerates: ['reordering'] });
    expect([files(), told()]).toEqual([[], []]);
  });

  /** Fails alone only in a batch of two or more. */
  const hurried = async ({ Records }: Any): Promise<void> => {
    for (const { body } of Records) take(JSON.parse(body));
    if (Records.length > 1) count.of++;
  };

  test('with a batch that is too large', async () => {
    await violationOf(viaSqs(hurried, { batchSize: 10 }));
    expect(readFile().batchSize).toBeGreaterThan(1);
    await verifyDelivery(contracts, viaSqs(hurried, { batchSize: 1 }), ownWorld);
    expect([files(), told()]).toEqual([[], []]);
  });

  test('with poison that the transport cannot bring', async () => {
    const file = await keepChanged((one) => ({
      ...one,
      faults: [{ kind: 'poison', event: one.history[0].id, poison: 'invalidJson', number: 0 }],
    }));
    await verifyDelivery(contracts, named(take).handler, { ...world, tolerates: ['poison'], runs: 1 });
    expect([existsSync(file), told()]).toEqual([false, []]);
  });

  test('with an outage that lasts longer than the attempts of the transport', async () => {
    const file = await keepChanged((one) => ({
      ...one,
      faults: [{ kind: 'outage', event: one.history[0].id, call: 0, error: 'timeout', effect: 'after', lasts: 9 }],
    }));
    const store = { put: (event: Any) => take(event) };
    const handler = named((event: Any) => store.put(event)).handler;
    const downstream: DeliveryOptions['downstream'] = ({ watch }) => {
      store.put = watch(store.put);
    };
    await verifyDelivery(contracts, handler, { ...world, downstream, tolerates: ['outage'], runs: 1 });
    expect([existsSync(file), told()]).toEqual([false, []]);
  });

  async function keepChanged(change: (witness: Any) => object): Promise<string> {
    await violationOf(named(counting).handler);
    const file = theFile();
    writeFileSync(file, JSON.stringify(change(readFile())));
    return file;
  }
});

test('a witness that cannot be read now stays, with the warning that verify gives', async () => {
  await violationOf(named(counting).handler);
  const file = path.resolve(theFile());
  rmSync(file);
  mkdirSync(file);
  await verifyDelivery(contracts, named(take).handler, { ...world, runs: 1 });
  expect(warnings).toContain(`refunds deliveries: its witness ${file} cannot be read (EISDIR), and is not played\n`);
  expect(existsSync(file)).toBe(true);
});
