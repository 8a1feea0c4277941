import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';

const warnings = inEmptyDirectories();

type Any = ReturnType<typeof JSON.parse>;

const { priority, feedback } = exampleDomain.fields;

const table = { ...ignoringAll, 'CASE.UPDATED': ['case.caseId', 'case.fields.priority'] } as const;

function field(id: string, stringValue: readonly unknown[]): object {
  return {
    source: ['aws.cases'],
    detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'], case: { fields: { [id]: { value: { stringValue } } } } },
  };
}

/** A consumer that keeps the newest change of each case, and notes what it gets. */
function newest(): { got: Any[]; take(event: Any): void; hooks: { reset(): void; observe(): unknown } } {
  const rows = new Map<string, number>();
  const got: Any[] = [];
  return {
    got,
    take: (event) => {
      got.push(event);
      const { approximateChangeTime, case: kase } = event.detail;
      const at = Date.parse(approximateChangeTime);
      if ((rows.get(kase.caseId) ?? 0) < at) rows.set(kase.caseId, at);
    },
    hooks: { reset: () => rows.clear(), observe: () => [...rows].sort() },
  };
}

test.each([
  ['one option of a field', field(priority.id, ['urgent'])],
  ['the start of a text', field(feedback.id, [{ prefix: 'Refund' }])],
])('histories bring what a rule on %s delivers, and nothing else', async (_, rule) => {
  const { matches } = eventPattern(rule);
  const consumer = newest();
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  await verifyDelivery(contracts, async (event: Any) => consumer.take(event), { ...consumer.hooks, runs: 40 });
  expect(consumer.got.filter((event) => !matches(event))).toEqual([]);
  expect(new Set(consumer.got.map(({ detail }) => detail.eventType)).size).toBe(2);
  expect(consumer.got.length).toBeGreaterThan(300);
  expect(warnings).toEqual([]);
});

test('records of a queue hold what the rule delivers', async () => {
  const rule = field(priority.id, ['urgent']);
  const { matches } = eventPattern(rule);
  const consumer = newest();
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  const handler = async ({ Records }: Any): Promise<void> => {
    for (const { body } of Records) consumer.take(JSON.parse(body));
  };
  await verifyDelivery(contracts, viaSqs(handler, { batchSize: 3 }), { ...consumer.hooks, runs: 20 });
  expect(consumer.got.every((event) => matches(event))).toBe(true);
});

test('a handler that relies on an event before which the rule holds back fails, with the delivered events only', async () => {
  const rule = field(priority.id, ['urgent']);
  const { matches } = eventPattern(rule);
  const open = new Set<string>();
  const handler = async ({ detail }: Any): Promise<void> => {
    if (detail.eventType === 'CASE.CREATED') open.add(detail.case.caseId);
    else if (!open.has(detail.case.caseId)) throw new Error('unknown case');
  };
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  const failure = (await rejection(
    verifyDelivery(contracts, handler, { reset: () => open.clear(), observe: () => [...open].sort() }),
  )) as Error & { history: readonly Any[] };
  expect(failure.message).toContain('unknown case');
  expect(failure.history).toHaveLength(1);
  expect(failure.history.every((event) => matches(event))).toBe(true);
});

test('a rule that delivers no event of any history is refused', async () => {
  const rule = { detail: { case: { caseId: ['one-case'] } } };
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  const failure = await rejection(
    verifyDelivery(contracts, async () => undefined, { reset: () => undefined, observe: () => null }),
  );
  expect(failure.message).toBe(
    'refunds: the rule delivers no event of any history, so there is no delivery to play. Cases and items of a history have new ids. verify plays single events, and names what keeps them out.',
  );
});

describe('a contradiction of rule and table', () => {
  const ofType = (...eventType: string[]): object => ({ source: ['aws.cases'], detail: { eventType } });
  const deliver = async (rows: object, rule: object): Promise<{ message: string; calls: number }> => {
    let calls = 0;
    const contracts = contractsFor('refunds', { ...ignoringAll, ...rows } as never, { domain: exampleDomain, rule });
    const handler = async (): Promise<void> => void calls++;
    const hooks = { reset: () => undefined, observe: () => null };
    const { message } = await rejection(verifyDelivery(contracts, handler, hooks));
    return { message, calls };
  };

  test('of a row that reads fails before any delivery, with the report of verify', async () => {
    const rows = { 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] };
    const { message, calls } = await deliver(rows, ofType('CASE.CREATED'));
    expect(message).toContain('refunds handles CASE.UPDATED: the rule delivers none of these events.');
    expect(message).toContain('options.rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]');
    expect(calls).toBe(0);
  });

  test('of an undelivered row fails before any delivery', async () => {
    const rows = { 'CASE.CREATED': ['case.caseId'], 'CASE.DELETED': undelivered };
    const { message, calls } = await deliver(rows, ofType('CASE.CREATED', 'CASE.DELETED'));
    expect(message).toContain('refunds never gets CASE.DELETED: the rule delivers such an event.');
    expect(calls).toBe(0);
  });

  test('of which nothing comes at all names the cause', async () => {
    expect((await deliver({}, ofType('CASE.REMOVED'))).message).toContain(
      'options.rule is a pattern of which nothing comes; allowed: a pattern that delivers some event of the domain.',
    );
  });
});

test('a rule that delivers no case event leaves no delivery to play, and says why', async () => {
  const rule = { source: ['aws.cases'], 'detail-type': ['AWS API Call via CloudTrail'] };
  const contracts = contractsFor('refunds', ignoringAll, { domain: exampleDomain, rule });
  const failure = await rejection(
    verifyDelivery(contracts, async () => undefined, { reset: () => undefined, observe: () => null }),
  );
  expect(failure.message).toBe(
    'refunds: the rule delivers no event of any history, so there is no delivery to play. The sample of CASE.CREATED comes closest. What keeps it out is detail-type: ["AWS API Call via CloudTrail"]: the condition does not admit "Amazon Connect Cases Change".',
  );
});
