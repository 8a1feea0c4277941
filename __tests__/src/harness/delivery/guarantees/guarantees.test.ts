import { fixture } from '../../../../../arbitraries/fixture.ts';
import type { CasesEvent } from '../../../../../model/event/casesEvent.ts';
import type { FactName } from '../../../../../model/facts/facts.ts';
import type { HandlerFailure } from '../../../../../src/harness/checks/checks.ts';
import type { Arrival } from '../../../../../src/harness/delivery/faults/arrivals.ts';
import type { Fault } from '../../../../../src/harness/delivery/faults/faults.ts';
import type {
  Deliver,
  Guarantee,
  GuaranteeViolation,
  Round,
} from '../../../../../src/harness/delivery/guarantees/guarantee.ts';
import {
  findViolation,
  type GuaranteeName,
  guarantees,
} from '../../../../../src/harness/delivery/guarantees/guarantees.ts';
import { NotJson } from '../../../../../src/harness/delivery/observation/notJson.ts';
import type { BatchCall, PlayFailure } from '../../../../../src/harness/delivery/play/playedDelivery.ts';
import { formatHeadline } from '../../../../../src/harness/delivery/report/formatHeadline.ts';
import type { LoggedCall } from '../../../../../src/harness/downstream/loggedCall.ts';
import { sqs } from '../../../../../src/harness/transports/sqs.ts';

const history = [fixture('CASE.CREATED'), fixture('CASE.UPDATED', { seed: 1 })] as unknown as readonly CasesEvent[];
const [{ id }] = history as readonly [CasesEvent];
const whole: readonly Arrival[] = [{ event: 0 }, { event: 1 }];
const threw: PlayFailure = { kind: 'threw', failure: { kind: 'threw', error: new Error('no') } };
const wrong: PlayFailure = { kind: 'wrong answer', what: 'batchItemFailures is 7' };
const differs = { path: 'rows', expected: 1, received: 2 };
const call = (more: Partial<BatchCall> = {}): BatchCall => ({
  arrivals: whole,
  reported: [],
  redelivered: [],
  ...more,
});
const reporting = call({ reported: [1], redelivered: [1] });

/** Returns the observations of its deliveries, one after the other. */
const delivering = (...seen: readonly unknown[]): Deliver => {
  const left = [...seen];
  return async () => ({ calls: [call({ redelivered: [1] })], seen: left.shift() });
};

const round = (kind: Round['kind'], more: Partial<Round> = {}): Round => ({
  kind,
  history,
  faults: [],
  batchSize: 2,
  arrivals: whole,
  seen: { calls: [call()], seen: 2 },
  expected: 1,
  deliver: delivering(),
  ...more,
});
const faulty = (fault: Fault['kind']): Partial<Round> => {
  const faults = {
    duplicates: { by: 1 },
    reordering: { by: 1 },
    loss: {},
    poison: { poison: 'malformed', number: 0 },
    outage: { call: 0, error: 'timeout', effect: 'before', lasts: 0 },
  };
  return { faults: [{ kind: fault, event: id, ...faults[fault] } as Fault], discrepancy: differs };
};

const mail: LoggedCall = { by: 0, name: 'sendMail', args: [], outcome: 'done', once: true };
const failedCall: LoggedCall = { by: 0, name: 'put', args: [], outcome: 'failed', outage: 'before' };

interface Broken {
  readonly round: Round;
  readonly headline: string;
  readonly facts: readonly FactName[];
}

/** For each guarantee, a round that violates it, and the words of the report. */
const breaking: Record<GuaranteeName, Broken> = {
  'has done its work when it answers': {
    round: round('afterAnswers', { discrepancy: differs }),
    headline: 'the handler still works after it has answered: let it await all that it starts',
    facts: ['frozen'],
  },
  'answers what its transport takes': {
    round: round('batched', { failed: wrong, seen: { calls: [], failed: wrong, seen: 2 } }),
    headline: 'the transport rejects the answer of the function: batchItemFailures is 7',
    facts: ['partialBatches'],
  },
  'copes with a clean delivery': {
    round: round('clean', { discrepancy: { ...differs, received: new NotJson('NaN') } }),
    headline: 'the handler keeps NaN, though nothing went wrong with the delivery',
    facts: [],
  },
  'reports nothing that is done': {
    round: round('batched', { seen: { calls: [reporting], seen: 2 }, deliver: delivering(2, 1) }),
    headline: 'a record that is done is reported as failed: it comes again for nothing',
    facts: ['partialBatches'],
  },
  'takes batches as it takes single records': {
    round: round('batched', { discrepancy: differs }),
    headline: 'a batch has another outcome than its records one by one',
    facts: ['batches'],
  },
  'does not order by time': {
    round: round('retimed', { discrepancy: differs }),
    headline: "the outcome depends on the envelope's time, which does not order events",
    facts: ['order'],
  },
  'does once what must happen once': {
    round: round('faulty', { ...faulty('duplicates'), discrepancy: undefined, doubled: mail }),
    headline: 'sendMail takes effect twice for one event, although it is marked once',
    facts: ['atLeastOnce'],
  },
  'reports what failed': {
    round: round('faulty', { ...faulty('reordering'), deliver: delivering(1) }),
    headline: 'a record that failed is left out of the answer for its batch: it counts as done, and is lost',
    facts: ['partialBatches'],
  },
  'loses nothing in silence': {
    round: round('faulty', { ...faulty('outage'), seen: { calls: [call({ made: [failedCall] })], seen: 2 } }),
    headline:
      'a failed call is swallowed: the handler answers as if all were done, the event does not come again, and its effect is missing',
    facts: ['outages', 'queueRetries'],
  },
  'copes with an outage': {
    round: round('faulty', {
      ...faulty('outage'),
      seen: { calls: [call({ redelivered: [0, 1], made: [failedCall] })], seen: 2 },
    }),
    headline: 'after an outage the outcome is another one, although the event came again',
    facts: ['outages', 'queueRetries'],
  },
  'lets no poison touch its neighbours': {
    round: round('survivors', faulty('poison')),
    headline: 'a record is lost, because of a poisoned record beside it',
    facts: ['otherSenders'],
  },
  'copes with loss': {
    round: round('faulty', { ...faulty('loss'), batchSize: 1 }),
    headline: 'the handler needs an event that was lost',
    facts: ['bestEffort'],
  },
  'does not depend on the order': {
    round: round('faulty', { ...faulty('reordering'), batchSize: 1 }),
    headline: 'the outcome depends on the order in which events arrive',
    facts: ['order'],
  },
  'is idempotent': {
    round: round('faulty', { ...faulty('duplicates'), batchSize: 1 }),
    headline: 'the handler is not idempotent: an event that comes twice counts twice',
    facts: ['atLeastOnce'],
  },
  'copes with batches in flight at once': {
    round: round('inFlight', { failed: threw }),
    headline: 'an update is lost, or another order wins, when two batches are in flight at once',
    facts: ['concurrency'],
  },
};

const names = Object.keys(breaking) as GuaranteeName[];

test('the list has every guarantee, in order', () => {
  expect(guarantees.map(({ name }) => name)).toEqual(names);
});

test.each(names)('%s: a violating round is found, with the words and facts of its report', async (name) => {
  const { round: broken, headline, facts } = breaking[name];
  const violation = (await findViolation(broken)) as GuaranteeViolation;
  const { guarantee } = violation;
  expect(guarantee.name).toBe(name);
  expect(formatHeadline(violation)).toBe(headline);
  expect(guarantee.facts(violation, sqs)).toEqual(facts);
});

test.each(names)('%s: the round that violates it keeps all earlier guarantees', async (name) => {
  const { round: broken } = breaking[name];
  const before = (guarantees as readonly Guarantee[]).slice(0, names.indexOf(name));
  for (const guarantee of before) {
    const finding = guarantee.applies(broken)
      ? await guarantee.check({ ...broken, deliver: delivering(9, 9, 9) })
      : undefined;
    expect([guarantee.name, finding]).toEqual([guarantee.name, undefined]);
  }
});

test.each<Round['kind']>(['afterAnswers', 'clean', 'batched', 'retimed', 'inFlight'])(
  'a round (%s) with expected results keeps all guarantees',
  async (kind) => {
    expect(await findViolation(round(kind))).toBeUndefined();
  },
);

test.each<Fault['kind']>(['duplicates', 'reordering', 'loss', 'poison'])(
  'a round under %s with expected results does, too',
  async (kind) => {
    const { faults = [] } = faulty(kind);
    expect(await findViolation(round('faulty', { faults }))).toBeUndefined();
  },
);

test('the gravest of several faults names the violated guarantee', async () => {
  const faults = (['duplicates', 'poison', 'loss'] as const).flatMap((kind) => faulty(kind).faults as Fault[]);
  const violation = await findViolation(round('faulty', { faults, failed: threw }));
  expect(violation?.guarantee.name).toBe('lets no poison touch its neighbours');
});

test('a finished record given up beside poison is a needless report; an unfinished one is a matter of poison', async () => {
  const failed: PlayFailure = { kind: 'given up', arrival: { event: 0 }, beside: true };
  const { faults = [] } = faulty('poison');
  const given = (seen: unknown): Round => round('faulty', { faults, failed, deliver: delivering(seen) });
  expect((await findViolation(given(1)))?.guarantee.name).toBe('reports nothing that is done');
  expect((await findViolation(given(2)))?.guarantee.name).toBe('lets no poison touch its neighbours');
});

test('a record given up beside poison is no needless report if the handler failed on it', async () => {
  const { failure } = threw as { failure: HandlerFailure };
  const failed: PlayFailure = { kind: 'given up', arrival: { event: 0 }, beside: true, failure };
  const { faults = [] } = faulty('poison');
  const violation = await findViolation(round('faulty', { faults, failed, deliver: delivering(1) }));
  expect(violation?.guarantee.name).toBe('lets no poison touch its neighbours');
});

test('a record that is given up by itself is no needless report', async () => {
  const failed: PlayFailure = { kind: 'given up', arrival: { event: 0 }, beside: false };
  const { faults = [] } = faulty('poison');
  const violation = await findViolation(round('faulty', { faults, failed, deliver: delivering(1) }));
  expect(violation?.guarantee.name).toBe('lets no poison touch its neighbours');
});

test('no record is left out of the answer for a batch if its records fail one by one, too', async () => {
  const failing: Deliver = async () => ({ calls: [call({ redelivered: [1] })], failed: threw, seen: 1 });
  const violation = await findViolation(round('faulty', { ...faulty('reordering'), deliver: failing }));
  expect(violation?.guarantee.name).toBe('does not depend on the order');
});

describe('the words of a report', () => {
  const words = async (more: Partial<GuaranteeViolation>, kind: Fault['kind']): Promise<string> => {
    const violation = (await findViolation(round('faulty', { ...faulty(kind), batchSize: 1 }))) as GuaranteeViolation;
    return violation.guarantee.headline({ ...violation, ...more } as never);
  };

  test('tell an event that comes again at once from one that comes again after others', async () => {
    const again = (by: number): Fault => ({ kind: 'duplicates', event: id, by }) as Fault;
    expect(await words({ faults: [again(1)] }, 'duplicates')).toBe(
      'the handler is not idempotent: an event that comes twice counts twice',
    );
    expect(await words({ faults: [again(2)] }, 'duplicates')).toBe(
      'the handler is not idempotent: an event that comes again, after others, changes the outcome',
    );
  });

  test('name a record given up beside poison, one done twice, and another order', async () => {
    expect(await words({ setAside: [1] }, 'poison')).toBe(
      'one poisoned record blocks its batch, and an event is given up',
    );
    expect(await words({ calls: [call(), call()] }, 'poison')).toBe(
      'a record is done twice, because of a poisoned record beside it',
    );
    expect(await words({ discrepancy: { ...differs, isReordered: true } }, 'poison')).toBe(
      'the order in observe() changes, because of a poisoned record',
    );
  });
});

test('an answer that the transport ignores is named as it is', async () => {
  const ignored: PlayFailure = { kind: 'wrong answer', what: 'the mapping ignores reports', isIgnored: true };
  const violation = await findViolation(
    round('batched', { failed: ignored, seen: { calls: [], failed: ignored, seen: 2 } }),
  );
  expect(violation && formatHeadline(violation)).toBe('the mapping ignores reports');
});

test.each([
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), 'a value that is not JSON'],
])('of the value %s a report says %s', async (text, words) => {
  const discrepancy = { ...differs, received: new NotJson(text) };
  const violation = (await findViolation(round('clean', { discrepancy }))) as GuaranteeViolation;
  expect(violation.guarantee.headline(violation)).toBe(
    `the handler keeps ${words}, though nothing went wrong with the delivery`,
  );
});

test('single records that are reported, and reports of a batch with another outcome, are no needless reports', async () => {
  const seen = { calls: [reporting], seen: 2 };
  expect(await findViolation(round('batched', { batchSize: 1, seen, deliver: delivering(2, 1) }))).toBeUndefined();
  const other = await findViolation(round('batched', { seen, discrepancy: differs, deliver: delivering(2, 1) }));
  expect(other?.guarantee.name).toBe('takes batches as it takes single records');
  // The records that were reported had not been applied.
  expect(await findViolation(round('batched', { seen, deliver: delivering(2, 2) }))).toBeUndefined();
});

test('records come again one by one without being left out of an answer', async () => {
  const { faults = [] } = faulty('reordering');
  const single = await findViolation(
    round('faulty', { faults, discrepancy: differs, batchSize: 1, deliver: delivering(1) }),
  );
  expect(single?.guarantee.name).toBe('does not depend on the order');
  const cameAgain = { calls: [call({ redelivered: [1] })], seen: 2 };
  const reported = await findViolation(
    round('faulty', { faults, discrepancy: differs, seen: cameAgain, deliver: delivering(1) }),
  );
  expect(reported?.guarantee.name).toBe('does not depend on the order');
});
