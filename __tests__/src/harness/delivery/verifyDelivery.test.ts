import { inspect } from 'node:util';
import { InvalidArgumentError } from '../../../../model/values/invalidArgument.ts';
import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { all, contracts, reporting, take, transports, world } from './correct.ts';
import { caseIdOf, count, faulty, faultyBehindQueues, ownWorld, rows } from './faulty.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

async function violationOf(handler: Handler, options: DeliveryOptions): Promise<DeliveryViolation> {
  const failure = await rejection(verifyDelivery(contracts, handler, options));
  if (!(failure instanceof DeliveryViolation)) throw failure;
  return failure;
}

/** A replay keeps no witness. */
function withoutWitness(message: string): string {
  return message.replace(/\n {2}(Kept in|Witness) .*$/, '');
}

test('a consumer that keeps all guarantees passes under all faults', async () => {
  await verifyDelivery(contracts, async (event: Any) => take(event), all);
});

test.each(transports)('a consumer that keeps all guarantees also passes behind %s', async (_, handler) => {
  await verifyDelivery(contracts, handler, all);
});

test.each(faulty.map((one) => [one.name, one] as const))(
  'a handler that %s fails, with the shortest delivery',
  async (_, { handler, says, events }) => {
    const { message, history } = await violationOf(handler, ownWorld);
    expect(message.split('\n')[0]).toBe(`refunds: ${says}.`);
    expect(history.length).toBeLessThanOrEqual(events);
    expect(message.split('\n').length).toBeLessThanOrEqual(25);
  },
);

test.each(faultyBehindQueues.map((one) => [one.name, one] as const))(
  'a function behind a queue that %s fails',
  async (_, { handler, says, events, tolerates }) => {
    const { message, history } = await violationOf(handler, {
      ...ownWorld,
      ...(tolerates === undefined ? {} : { tolerates }),
    });
    expect(message.split('\n')[0]).toContain(`refunds: ${says}`);
    expect(history.length).toBeLessThanOrEqual(events);
  },
);

const breaks = (): never => {
  throw new Error('breaks');
};

test.each<[string, Handler, string]>([
  ['a rule', viaLambda(breaks), 'a function that fails or does not answer is invoked again'],
  ['a queue', viaSqs(breaks), 'goes to the dead-letter queue, and no longer to the function'],
  ['a data stream', viaKinesis(breaks), 'a stream retries a failed batch until it succeeds'],
  [
    'a data stream without a checkpoint',
    viaKinesis(() => ({ batchItemFailures: [{ itemIdentifier: 'x' }] })),
    'names a record by its sequence number',
  ],
  ['a delivery stream', viaFirehose(() => ({ records: [] })), 'Firehose expects an answer for each record'],
])('the reason names the transport: behind %s', async (_, handler, reason) => {
  const { message } = await violationOf(handler, { ...world, tolerates: [] });
  expect(message.split('Why AWS may deliver this way')[1]).toContain(reason);
});

test('a late comment that is kept beside a deleted case does not count as its resurrection', async () => {
  const { message } = await violationOf(
    (event: Any) => {
      const { eventType, case: kase, relatedItem: item } = event.detail;
      const row = rows.get(caseIdOf(event)) ?? { deleted: false, items: [] };
      if (eventType === 'CASE.DELETED') rows.set(kase.caseId, { deleted: true, items: [] });
      else if (item !== undefined)
        rows.set(item.caseId, { ...row, items: [...new Set([...row.items, item.relatedItemId])].sort() });
    },
    { ...ownWorld, tolerates: ['reordering'] },
  );
  expect(message.split('\n')[0]).toBe(
    'refunds: the outcome depends on the order in which events arrive: an older event comes after the deletion.',
  );
});

test('a forgotten id of a short memory is not reported as an older event', async () => {
  const ids: string[] = [];
  const counting = ({ id }: Any): void => {
    if (ids.includes(id)) return;
    ids.splice(0, ids.length, id, ...ids.slice(0, 1));
    count.of++;
  };
  const reset = (): void => {
    ownWorld.reset();
    ids.length = 0;
  };
  const { message } = await violationOf(counting, { ...ownWorld, reset });
  expect(message.split('\n')[0]).toBe(
    'refunds: the handler is not idempotent: an event that comes again, after others, changes the outcome.',
  );
});

describe('two batches in flight at once', () => {
  /** Reads, waits for its database, and writes what it read with one change. */
  const readsThenWrites = async (event: Any): Promise<void> => {
    if (event.detail.case === undefined) return;
    const before = rows.get('seen') ?? [];
    await Promise.resolve();
    rows.set('seen', [...new Set([...before, caseIdOf(event)])].sort());
  };

  test.each([
    ['by a rule', readsThenWrites],
    ['behind a queue', viaSqs(reporting(readsThenWrites), { batchSize: 2 })],
  ])('lose an update %s', async (_, handler) => {
    await verifyDelivery(contracts, handler, ownWorld);
    const { message, history } = await violationOf(handler, { ...ownWorld, concurrency: 2 });
    expect(message.split('\n')[0]).toBe(
      'refunds: an update is lost, or another order wins, when two batches are in flight at once.',
    );
    expect(message).toContain('Lambda runs as many instances of a function at once');
    // One of two batches of two records may hold one relevant record; a shorter delivery needs another form.
    expect(history.length).toBeLessThanOrEqual(3);
  });

  describe('over a store with scheduled answers', () => {
    /** A table of counters with the interface of a database client. */
    const table = {
      async get(key: string): Promise<number> {
        return rows.get(key) ?? 0;
      },
      async put(key: string, value: number): Promise<void> {
        rows.set(key, value);
      },
      async add(key: string): Promise<void> {
        rows.set(key, (rows.get(key) ?? 0) + 1);
      },
      /** Writes higher values only, and returns whether it wrote. */
      async raise(key: string, value: number): Promise<boolean> {
        const raised = value > (rows.get(key) ?? 0);
        if (raised) rows.set(key, value);
        return raised;
      },
    };
    const store = { ...table };
    const downstream: DeliveryOptions['downstream'] = ({ watch }) => {
      store.get = watch(table.get);
      store.put = watch(table.put);
      store.add = watch(table.add);
      store.raise = watch(table.raise);
    };
    const options = { ...ownWorld, tolerates: [], concurrency: 2, downstream } as const;

    const counting = async (): Promise<void> => {
      const before = await store.get('events');
      await store.put('events', before + 1);
    };

    test('a lost update is reported, with the requests and their order', async () => {
      const { message, history } = await violationOf(viaSqs(reporting(counting), { batchSize: 1 }), options);
      expect(message).toMatch(
        /The watched calls, in this order\n( {2}[12]\. get\("events"\)\n){2}( {2}[12]\. put\("events", 1\)\n){2}\nWhat differs/,
      );
      expect(history).toHaveLength(2);
    });

    test('the search finds an order that never occurs if all calls begin at once', async () => {
      /** Refuses an older value, and then writes in a second step without a condition. */
      const inTwoSteps = async (event: Any): Promise<void> => {
        if (event.detail.case === undefined) return;
        const at = Date.parse(event.detail.approximateChangeTime);
        if (await store.raise(`${caseIdOf(event)} at`, at)) await store.put(caseIdOf(event), at);
      };
      const all = { ...options, tolerates: ['duplicates', 'reordering'] } as const;
      await verifyDelivery(contracts, inTwoSteps, { ...ownWorld, concurrency: 2 });
      const { message, history } = await violationOf(inTwoSteps, all);
      expect(message).toMatch(/ {2}1\. raise\(.*\n {2}2\. raise\(.*\n {2}2\. put\(.*\n {2}1\. put\(/);
      expect(history).toHaveLength(2);
    });

    test('the same seed and path replay the same order', async () => {
      const first = await violationOf(counting, { ...options, seed: 3 });
      const again = await violationOf(counting, { ...options, ...first.replay });
      expect(again.message).toBe(withoutWitness(first.message));
    });

    test('a call that reads and writes at once loses no update', async () => {
      await verifyDelivery(contracts, async () => store.add('events'), options);
      expect(await store.get('events')).toBe(rows.get('events'));
    });

    test('a store that never answers makes the handler hang', async () => {
      const stuck: DeliveryOptions['downstream'] = ({ watch }) => {
        store.get = watch((key) => (rows.size > 1 ? new Promise(() => {}) : table.get(key)));
      };
      const handler = async (event: Any): Promise<void> => {
        await store.get(event.id);
        rows.set(event.id, true);
      };
      const { message } = await violationOf(handler, { ...options, downstream: stuck, timeout: 30 });
      expect(message).toContain('did not settle');
    });

    test('without a second batch in flight, the calls run as they come', async () => {
      await verifyDelivery(contracts, take, { ...world, downstream, concurrency: 1 });
    });
  });

  test('do not affect a correct handler', async () => {
    await verifyDelivery(contracts, viaSqs(reporting(take)), { ...all, concurrency: 2 });
  });

  test('are refused for a transport that keeps an order', async () => {
    await expect(
      verifyDelivery(
        contracts,
        viaKinesis(() => undefined),
        { ...world, concurrency: 2 },
      ),
    ).rejects.toThrow(
      'options.concurrency is 2; allowed: 1 for this handler. The transport of viaKinesis delivers in order, one batch after the other.',
    );
    await expect(verifyDelivery(contracts, take, { ...world, concurrency: 3 } as never)).rejects.toThrow(
      'options.concurrency is 3; allowed: 1 or 2.',
    );
  });
});

test('a seed and path replay a failure', async () => {
  const counting = (): number => count.of++;
  const first = await violationOf(counting, { ...ownWorld, seed: 7 });
  count.of = 0;
  const again = await violationOf(counting, { ...ownWorld, ...first.replay });
  expect(again.message).toBe(withoutWitness(first.message));
  expect(first.message).toContain(`verifyDelivery(contracts, handler, { …, seed: 7, path: '${first.replay.path}' })`);
});

test.each<[Partial<DeliveryOptions>, Handler, string]>([
  [
    { tolerates: ['poison'] },
    (event: Any) => void rows.set('last', event?.id ?? null),
    "handler, { …, tolerates: ['poison'], seed: ",
  ],
  [{ tolerates: ['duplicates', 'reordering'] }, () => void count.of++, 'handler, { …, seed: '],
  [
    { tolerates: ['reordering', 'duplicates'] },
    () => void count.of++,
    "handler, { …, tolerates: ['reordering', 'duplicates'], seed: ",
  ],
  [{ tolerates: [] }, breaks, 'handler, { …, tolerates: [], seed: '],
  [{ concurrency: 2 }, () => void count.of++, 'handler, { …, concurrency: 2, seed: '],
  [
    { concurrency: 2, downstream: ({ watch }) => watch(async () => undefined) },
    () => void count.of++,
    'handler, { …, concurrency: 2, downstream: …, seed: ',
  ],
  [
    { tolerates: ['poison'] },
    viaSqs(async ({ Records }: Any) => Records.map(({ body }: Any) => JSON.parse(body)), { batchSize: 7 }),
    "viaSqs(handler, { batchSize: 7 }), { …, tolerates: ['poison'], seed: ",
  ],
  [{}, viaSqs(() => void count.of++), 'viaSqs(handler), { …, seed: '],
])(
  'the replay line of %j names each option that affects the delivery and is not the default',
  async (given, handler, line) => {
    const first = await violationOf(handler, { ...ownWorld, ...given });
    expect(first.message).toContain(`\n  verifyDelivery(contracts, ${line}0, path: '${first.replay.path}' })`);
    const again = await violationOf(handler, { ...ownWorld, ...given, ...first.replay });
    expect(again.message).toBe(withoutWitness(first.message));
  },
);

test('a failure lists the shortest delivery event by event, with the reason and the differences', async () => {
  const { message, faults } = await violationOf(() => void count.of++, { ...ownWorld, tolerates: ['duplicates'] });
  expect(message.split('\n')).toEqual([
    'refunds: the handler is not idempotent: an event that comes twice counts twice.',
    '',
    'The delivery (1 event)',
    '  1. CASE.CREATED, changed 2022-03-16T23:16:57.893Z (comes twice): done',
    '     and so once more',
    '',
    'What differs',
    '  observe().count: 1 expected, 2 received',
    '',
    'Why AWS may deliver this way',
    '  in rare cases a rule runs more than once for one event, or its target is invoked more than once (documented)',
    '    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
    '',
    'Replay',
    expect.stringMatching(
      /^ {2}CASES_REPLAY='refunds deliveries \| a function in "a failure lists .*" \| 0 \| [\d:]+' npx jest$/,
    ),
    expect.stringMatching(
      /^ {2}verifyDelivery\(contracts, handler, \{ …, tolerates: \['duplicates'\], seed: 0, path: '[\d:]+' \}\)$/,
    ),
    expect.stringMatching(/^ {2}(Kept in|Witness) /),
  ]);
  expect(faults.map(({ kind }) => kind)).toEqual(['duplicates']);
});

test.each<[string, Handler]>([
  ['a rule', async (event: Any) => void setTimeout(take, 8, event)],
  [
    'a queue',
    viaSqs(async ({ Records }: Any) => void Records.map(({ body }: Any) => setTimeout(take, 8, JSON.parse(body)))),
  ],
])('a handler behind %s that continues after its answer fails, and observe is not blamed', async (_, handler) => {
  const { message, promise, history } = await violationOf(handler, { ...ownWorld, runs: 20 });
  // Unfinished work would be seen by the next test.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(promise).toBe('has done its work when it answers');
  expect(history.length).toBeLessThanOrEqual(3);
  expect(message).toMatch(
    /^refunds: the handler still works after it has answered: let it await all that it starts\.\n\nThe delivery \(\d events?\)\n {2}1\. .*: done\n/,
  );
  expect(message).toContain('What differs\n  observe().model.cases[0]: [');
  expect(message).toContain('] expected, nothing received');
  expect(message).toContain(
    'Lambda freezes a function after its answer; unfinished work continues during a later event, if at all',
  );
});

test('ties, and fractions that sort differently as texts, cause a warning', async () => {
  await verifyDelivery(contracts, async (event: Any) => take(event), world);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^refunds: .* if the answer to "can two events of a case have the same approximateChangeTime\?" is "occur": the page calls the time approximate \(inferred, https:.*\)\n$/,
    ),
    expect.stringMatching(
      /^refunds: another outcome \(observe\(\)\..*\) if the answer to "are zeros at the end of a fraction of a second written\?" is "dropped": examples of the API have six digits beside three: .* \(inferred, https:.*\)\n$/,
    ),
  ]);
});

describe('a fault outside the consumer is reported as such:', () => {
  const failing = (options: Partial<DeliveryOptions>, handler: Handler = () => undefined): Promise<unknown> =>
    verifyDelivery(contracts, handler, { ...ownWorld, ...options });

  test('an observe without a usable answer', async () => {
    await expect(failing({ observe: () => new Map() })).rejects.toThrow(
      'the result of options.observe is Map(0) {}; allowed: JSON: null, booleans, finite numbers, texts, lists, and plain objects of these. Return a list of rows, such as [...map.entries()], and dates as texts.',
    );
    await expect(failing({ observe: () => ({ rows: [{ at: new Date(0) }] }) })).rejects.toThrow(
      'the result of options.observe, at observe().rows[0].at, is 1970-01-01T00:00:00.000Z; allowed: JSON',
    );
    await expect(failing({ observe: () => undefined })).rejects.toThrow('the result of options.observe is undefined');
    const ring: unknown[] = [];
    ring.push([ring]);
    await expect(failing({ observe: () => ({ ring }) })).rejects.toThrow(
      'the result of options.observe, at observe().ring[0][0], is <ref *1> [ [ [Circular *1] ] ]; allowed: JSON',
    );
    await expect(failing({ observe: () => new Promise(() => {}), timeout: 30 })).rejects.toThrow(
      'refunds: options.observe did not settle in 30 ms, after delivery 1. So it is unknown what the handler did. Let it settle, or raise options.timeout.',
    );
    await expect(failing({ observe: () => Promise.reject(new Error('no database')) })).rejects.toThrow(
      /^refunds: options\.observe failed after delivery \d+: Error: .+\. So it is unknown what the handler did\. See the cause\.$/,
    );
  });

  test('an observe that differs for the same events', async () => {
    let calls = 0;
    await expect(failing({ observe: () => (count.of === 0 ? 0 : calls++) }, () => void count.of++)).rejects.toThrow(
      /^options\.observe returns something else for the same events in the same order: observe\(\) is \d+, and then \d+\. Leave out values that differ in each run \(clocks, random ids\), and sort what has no order\. If the handler makes a key of such a value, mend the handler: it adds a row whenever an event comes again\. Let observe and the handler await all that they start\.$/,
    );
  });

  test('an observe that always differs', async () => {
    let calls = 0;
    await expect(failing({ observe: () => calls++ })).rejects.toThrow(
      /^options\.observe returns something else for the same events in the same order: observe\(\) is \d+, and then \d+\. Leave out/,
    );
  });

  test('an observe that differs for some later events only', async () => {
    let calls = 0;
    const observe = (): unknown => [rows.size > 2 ? calls++ : 0, [...rows].sort()];
    const keeping = (event: Any): void => void rows.set(caseIdOf(event), true);
    await expect(failing({ observe }, keeping)).rejects.toThrow(
      /^options\.observe returns something else for the same events in the same order: observe\(\)\[0\] is \d+, and then \d+\./,
    );
  });

  test('a reset that does not reset, or fails', async () => {
    count.of = 0;
    await expect(failing({ reset: () => undefined }, () => void count.of++)).rejects.toThrow(
      /^options\.reset does not reset what options\.observe shows: observe\(\)\.count is 0 before any event, and then \d+ after a reset\. Let reset undo all that the handler keeps\. If it is a clock, leave it out of options\.observe\.$/,
    );
    const seen = new Set<string>();
    const onlyNew = (event: Any): void => {
      if (!seen.has(event.id)) take(event);
      seen.add(event.id);
    };
    await expect(failing({}, onlyNew)).rejects.toThrow(
      /^options\.reset leaves something behind that options\.observe does not show: after a reset, the same events have another outcome \(observe\(\)\.model\.cases\[0\] is .*, and then nothing\)\. Let reset undo all that the handler keeps, such as the ids of the events that it has seen\.$/,
    );
    await expect(failing({ reset: () => Promise.reject(new Error('no database')) })).rejects.toThrow(
      'refunds: options.reset failed before delivery 1: Error: no database. See the cause.',
    );
    let resets = 0;
    const thirdTime = () => {
      if (++resets === 3) throw new Error('no database');
    };
    await expect(failing({ reset: thirdTime })).rejects.toThrow(
      'refunds: options.reset failed before delivery 3: Error: no database. See the cause.',
    );
    await expect(failing({ reset: () => new Promise(() => {}), timeout: 30 })).rejects.toThrow(
      'refunds: options.reset did not settle in 30 ms, before delivery 1. Let it settle, or raise options.timeout.',
    );
  });

  test('an error after the handler has returned', async () => {
    const handler = (): void => void new Promise((_, reject) => setTimeout(() => reject(new Error('much later')), 5));
    // The machine decides when the timer fires: during the deliveries, or after them.
    await expect(failing({ runs: 3 }, handler)).rejects.toThrow(
      /an error came after the handler had returned: of a promise that nobody awaited, or in a callback\. verify finds the event; see the cause\.|failed after it had returned/,
    );
  });

  test.each<[string, Handler]>([
    ['a rule', () => new Promise(() => {})],
    ['a queue', viaSqs(() => new Promise(() => {}))],
  ])('a handler behind %s that never settles, after one call of it', async (_, handler) => {
    const { message } = await violationOf(handler, { ...ownWorld, timeout: 30 });
    expect(message).toMatch(
      /^refunds: the handler never settles, though nothing went wrong with the delivery\.\n\nThe delivery \(1 event\)\n {2}1\. .*: did not settle\n\n/,
    );
    expect(message).toContain(
      'What the handler did\n  A call took longer than options.timeout. If it waits before it tries again, let it wait less in tests, or raise\n  options.timeout.\n',
    );
  });

  test('a handler that changes its event', async () => {
    const { message } = await violationOf((event: Any) => void delete event.detail.case, ownWorld);
    expect(message).toMatch(
      /^refunds: the handler changes the event object that it is given\.\n\nThe delivery \(1 event\)\n.*: changed the event object\n\nWhat the handler did\n.*: work on a copy\.\n\nReplay\n/,
    );
  });
});

const beginsOnce = async (event: Any): Promise<void> => {
  if (rows.has(event.id)) throw new Error('UNIQUE constraint failed');
  rows.set(event.id, true);
};

const hangs = (): Promise<never> => new Promise(() => {});

describe('a failure under a fault names that fault:', () => {
  test.each<[string, Handler, Partial<DeliveryOptions>]>([
    ['the handler fails when an event comes again', beginsOnce, {}],
    [
      'the handler fails when an event comes again, until one is given up',
      viaSqs(async ({ Records }: Any) => {
        for (const { body } of Records) await beginsOnce(JSON.parse(body));
      }),
      {},
    ],
    ['the handler never settles when an event comes again', (event: Any) => beginsOnce(event).catch(hangs), {}],
    [
      'the handler never settles beside a poisoned record',
      (event: Any) => (typeof event?.source === 'string' ? undefined : hangs()),
      { tolerates: ['poison'] },
    ],
    [
      'the handler fails without an event that was lost',
      ({ id, detail }: Any) => {
        if (detail.eventType === 'CASE.UPDATED' && !rows.has(caseIdOf({ detail }))) throw new Error(`of what? ${id}`);
        rows.set(caseIdOf({ detail }), true);
      },
      { tolerates: ['loss'] },
    ],
    [
      'the handler fails with two batches in flight at once',
      async () => {
        if (count.of > 0) throw new Error('database is locked');
        count.of++;
        await new Promise(setImmediate);
        count.of--;
      },
      { concurrency: 2 },
    ],
  ])('%s', async (says, handler, options) => {
    const { message, history } = await violationOf(handler, { ...ownWorld, timeout: 100, ...options });
    expect(message.split('\n')[0]).toBe(`refunds: ${says}.`);
    expect(history.length).toBeLessThanOrEqual(3);
  });
});

test.each<[object, string]>([
  [
    { tolerates: ['duplicate'] },
    'options.tolerates[0] is "duplicate"; allowed: "duplicates", "reordering", "loss", "poison", "outage". Did you mean "duplicates"?',
  ],
  [
    { tolerates: 'loss' },
    'options.tolerates is "loss"; allowed: a list with any of "duplicates", "reordering", "loss", "poison", "outage".',
  ],
  [
    { observe: undefined },
    'options.observe is undefined; allowed: a function that returns what the handler has stored.',
  ],
  [{ reset: 1 }, "options.reset is 1; allowed: a function that resets the handler's state."],
  [{ runs: 0 }, 'options.runs is 0; allowed: a whole number, 1 or more.'],
  [{ runs: -1 }, 'options.runs is -1; allowed: a whole number, 1 or more.'],
  [
    { runs: 1e12 },
    'options.runs is 1000000000000; allowed: a whole number from 0 to 1,000,000,000. More would run for',
  ],
  [
    { seed: 0, path: '0:99:99' },
    'options.path is "0:99:99"; allowed: the path of a failure of the same seed, options, domain and version. No delivery has this path. Run without path first.',
  ],
  [
    { concurrency: 2, interleave: () => {} },
    'the option name in options is "interleave"; allowed: "reset", "observe", "tolerates", "runs", "seed", "path", "concurrency", "downstream", "timeout". Give downstream in its place: downstream: ({ watch }) => { db.get = watch(db.get); } also orders the calls of two batches in flight.',
  ],
  [{ path: '0:1' }, 'options.seed is undefined; allowed: with options.path, the seed that the failure names.'],
  [{ path: 'fixed:1' }, 'options.path is "fixed:1"; allowed: the path of a failure, such as "21:2:0".'],
  [{ tries: 1 }, 'the option name in options is "tries"; allowed:'],
])('the options %j are refused', async (wrong, message) => {
  await expect(verifyDelivery(contracts, () => undefined, { ...world, ...wrong } as never)).rejects.toThrow(message);
});

test.each<[string, unknown, string]>([
  ['no options', undefined, 'options is undefined; allowed: an object with "reset", "observe" and optional members.'],
  ['null as options', null, 'options is null; allowed: an object with "reset", "observe" and optional members.'],
  [
    'no reset',
    { observe: () => 0 },
    "options.reset is undefined; allowed: a function that resets the handler's state.",
  ],
  [
    'no observe',
    { reset: () => 0 },
    'options.observe is undefined; allowed: a function that returns what the handler has stored.',
  ],
])('%s: the error shows how to write what is required', async (_, given, message) => {
  await expect(verifyDelivery(contracts, () => undefined, given as never)).rejects.toThrow(
    `${message} Both "reset" and "observe" are required: each delivery starts with reset, and ends with observe, whose results are compared. Only with "downstream" you may leave out "observe". Write verifyDelivery(contracts, handler, { reset: () => rows.clear(), observe: () => [...rows].sort() }), where rows is what the handler keeps.`,
  );
});

test('invalid contracts and handlers are refused', async () => {
  await expect(verifyDelivery([], () => undefined, world)).rejects.toThrow(
    'contracts is []; allowed: the contracts that contractsFor returns.',
  );
  await expect(verifyDelivery(contracts[0] as never, () => undefined, world)).rejects.toThrow(
    'contracts is a single contract; allowed: the contracts that contractsFor returns. Give the whole list: verifyDelivery(contracts, handler, options).',
  );
  await expect(verifyDelivery([contracts] as never, () => undefined, world)).rejects.toThrow(
    'contracts[0] is a list of 6; allowed: one of the contracts that contractsFor returns. Give the whole list: verifyDelivery(contracts, handler, options).',
  );
  await expect(verifyDelivery([{ ...contracts[0] }] as never, () => undefined, world)).rejects.toThrow(
    'contract is a copy of a contract, or one made by hand; allowed: one of the contracts that contractsFor returns.',
  );
  await expect(verifyDelivery([contracts[0], 'CASE.CREATED'] as never, () => undefined, world)).rejects.toThrow(
    'contracts[1] is "CASE.CREATED"; allowed: one of the contracts that contractsFor returns. Give the whole list: verifyDelivery(contracts, handler, options).',
  );
  await expect(verifyDelivery(contracts, undefined as never, world)).rejects.toThrow(
    'handler is undefined; allowed: the function that Lambda calls, or what viaSqs or another via… function returns.',
  );
  expect(refusal(() => viaSqs(async () => undefined, { fifo: true, batchSize: 11 }))).toBe(
    'options.batchSize is 11; allowed: a whole number from 1 to 10. This is the limit of the event source mapping.',
  );
});

describe('the check for handlers of other invocations', () => {
  const constant: DeliveryOptions = { reset: () => undefined, observe: () => 0, runs: 5 };

  test.each<[string, Handler, string]>([
    [
      'a function of one event behind a queue',
      viaSqs((async ({ detail }: Any) => detail?.case?.caseId) as never),
      'handler is a function that reads `detail`, `detail-type` or `source`, and never `Records`; allowed: with viaSqs, the function that unpacks the Records of a batch. Behind viaSqs the function gets a batch, which has no detail: each record holds an event as text. So the function did nothing for "refunds".',
    ],
    [
      'a function of batches without its queue',
      (async ({ Records = [] }: Any) => Records.length) as Handler,
      'handler is a function that reads `Records`, and nothing of the event; allowed:',
    ],
    [
      'a function of batches that logs everything',
      (async (batch: Any) => [inspect(batch), structuredClone(batch).Records?.length]) as Handler,
      'handler is a function that reads `Records`, and nothing of the event; allowed:',
    ],
    [
      'a function that takes a notification for the event',
      viaSnsToSqs((async ({ Records }: Any) => void Records.map(({ body }: Any) => JSON.parse(body).detail)) as never),
      'handler is a function that treats `body` as the event; allowed: with viaSnsToSqs, one that opens each record: JSON.parse(JSON.parse(record.body).Message).',
    ],
  ])('refuses %s', async (_, handler, message) => {
    await expect(verifyDelivery(contracts, handler, constant)).rejects.toThrow(message);
  });

  const each = (open: (record: Any) => string): Handler =>
    (async ({ Records }: Any) => {
      for (const record of Records) rows.set(JSON.parse(open(record)).id, 'done');
    }) as Handler;

  test.each<[string, Handler, string]>([
    [
      'a function of a queue without unwrapping',
      each(({ body }) => body),
      'handler is a function that reads `Records`, and nothing of the event; allowed: a function of one event, or what a via… function returns. An event from a rule has no Records. So the function did nothing for "refunds". Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked.',
    ],
    [
      'a function of a Firehose stream without unwrapping',
      (async ({ records }: Any) => records.map(({ data }: Any) => data)) as Handler,
      'handler is a function that reads `records`, and nothing of the event; allowed:',
    ],
    [
      'a function of a queue behind a stream',
      viaKinesis(each(({ body }) => body) as never, { batchSize: 10 }),
      'handler is a function that opens `body` of a record; allowed: with viaKinesis, one that opens each record:',
    ],
    [
      'a function of a queue behind a topic',
      viaSns(each(({ body }) => body) as never),
      'handler is a function that opens `body` of a record; allowed: with viaSns, one that opens each record: JSON.parse(record.Sns.Message).',
    ],
    [
      'a function of a topic behind a queue',
      viaSqs(each(({ Sns }) => Sns.Message) as never),
      'handler is a function that opens `Sns` of a record; allowed: with viaSqs, one that opens each record: JSON.parse(record.body).',
    ],
    [
      'a function of a queue behind Firehose',
      viaFirehose(each(({ body }) => body) as never),
      'handler is a function that reads `Records`, and never `records`; allowed: with viaFirehose,',
    ],
    [
      'a function of one event behind a queue',
      viaSqs((async ({ detail }: Any) => rows.set(detail.case.caseId, 'done')) as never),
      'handler is a function that reads `detail`, `detail-type` or `source`, and never `Records`; allowed: with viaSqs,',
    ],
    [
      'a function of a queue, without unwrapping and without await',
      (async (event: Any) =>
        void each(({ body }) => body)(event as never, undefined as never, undefined as never)) as Handler,
      'handler is a function that reads `Records`, and nothing of the event; allowed:',
    ],
  ])('refuses %s, if it fails, also with seed and path', async (_, handler, message) => {
    for (const replay of [{}, { seed: 0, path: '0' }, { tolerates: ['poison'] as const }]) {
      const refused = await verifyDelivery(contracts, handler, { ...ownWorld, ...replay }).catch((error) => error);
      expect(refused).toBeInstanceOf(InvalidArgumentError);
      expect(refused.message).toContain(message);
    }
  });

  test.each<[string, Handler]>([
    ['a handler that does nothing', (async ({ Records = [] }: Any) => Records.length) as Handler],
    [
      'a handler that does nothing with a copy',
      (async ({ ...batch }: Any) =>
        batch.Records?.map(({ body }: Any) => JSON.parse(body).detail.case?.caseId)) as Handler,
    ],
  ])('refuses %s, also with seed and path', async (_, handler) => {
    for (const replay of [{}, { seed: 0, path: '0' }]) {
      await expect(verifyDelivery(contracts, handler, { ...constant, ...replay })).rejects.toThrow(
        'handler is a function that reads `Records`, and nothing of the event; allowed:',
      );
    }
  });

  test('accepts a handler that fails on its reads', async () => {
    const { message } = await violationOf((async ({ detail }: Any) => detail.no.such) as Handler, ownWorld);
    expect(message).toContain('the handler fails, though nothing went wrong with the delivery');
  });

  test('accepts a handler of events and batches that reads after its return', async () => {
    const handler = async (event: Any) => {
      if ('Records' in event) return;
      setTimeout(() => event.detail.eventType, 2);
    };
    // It is only told that nothing was compared.
    await expect(verifyDelivery(contracts, handler as Handler, constant)).rejects.toThrow('nothing that you observe');
  });
});
