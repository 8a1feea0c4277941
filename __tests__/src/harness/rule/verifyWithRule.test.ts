import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Table } from '../../../../contracts/table.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import type { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import type { VerifyOptions } from '../../../../src/harness/run/runOptions.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';

const warnings = inEmptyDirectories();
beforeEach(() => {
  delete process.env.CI;
});

type Any = ReturnType<typeof JSON.parse>;

const { priority } = exampleDomain.fields;

/** Updates of urgent cases only. */
const urgentUpdates = {
  source: ['aws.cases'],
  detail: {
    eventType: ['CASE.UPDATED'],
    case: { fields: { [priority.id]: { value: { stringValue: ['urgent'] } } } },
  },
};

function contract(rows: Partial<Table<typeof exampleDomain>>, rule: object | readonly object[]): Contract {
  const table = { ...ignoringAll, ...rows } as Table<typeof exampleDomain>;
  const [eventType] = Object.keys(rows);
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  return contracts.find((one) => one.eventType === eventType) as Contract;
}

const reading = contract({ 'CASE.UPDATED': ['case.caseId', 'case.fields.priority'] }, urgentUpdates);

test('a handler gets the events that the rule admits, and no other', async () => {
  const { matches } = eventPattern(urgentUpdates);
  const got: unknown[] = [];
  await verify(reading, (event: Any) => {
    got.push(JSON.parse(JSON.stringify(event)));
    return event.detail.case.caseId;
  });
  expect(got.filter((event) => !matches(event))).toEqual([]);
  expect(got.length).toBeGreaterThan(100);
  expect(warnings).toEqual([]);
});

test('a handler that fails only on events that the rule refuses passes', async () => {
  await verify(reading, (event: Any) => {
    if (event.detail.case.fields[priority.id].value.stringValue !== 'urgent') throw new Error('not urgent');
    return event.detail.case.caseId;
  });
});

test('a failing event shrinks to what the rule admits', async () => {
  const failure = (await rejection(
    verify(reading, (event: Any) => {
      if (event.detail.performedBy.user === undefined) throw new Error('no user');
      return event.detail.case.caseId;
    }),
  )) as Error & { event: Any };
  const [, own = '', asked = ''] = failure.message.slice(failure.message.indexOf('All that differs')).split('\n');
  expect(own).toMatch(/detail\.performedBy\.user: .* → absent$/);
  expect(asked).toMatch(/priority\(.*"low" → "urgent" \(the rule asks for it\)$/);
  expect(failure.event.detail.case.fields[priority.id].value).toEqual({ stringValue: 'urgent' });
});

describe('foreign events', () => {
  const updates = { 'CASE.UPDATED': ['case.caseId'] } as const;

  async function kindsFor(rule: object, options: VerifyOptions = {}): Promise<ReadonlySet<string>> {
    const kinds = new Set<string>();
    const handler = (event: Any) => {
      kinds.add(event['detail-type'] === 'AWS API Call via CloudTrail' ? 'call' : event.detail.eventType);
      return event.detail.case?.caseId;
    };
    rmSync('pacts', { recursive: true, force: true });
    await verify(contract(updates, rule), handler, options);
    return kinds;
  }

  test('that the rule admits are played without asking', async () => {
    expect(await kindsFor({ source: ['aws.cases'] })).toEqual(
      new Set(['CASE.UPDATED', 'call', 'CASE.MERGED', 'CASE.REOPENED', 'TEMPLATE.UPDATED', 'RELATED_ITEM.LINKED']),
    );
  });

  test('that the rule does not admit are not played, even if asked for', async () => {
    const rule = { source: ['aws.cases'], 'detail-type': ['Amazon Connect Cases Change'] };
    expect(await kindsFor(rule)).not.toContain('call');
    const updated = { detail: { eventType: ['CASE.UPDATED'] } };
    expect(await kindsFor(updated, { foreign: true })).toEqual(new Set(['CASE.UPDATED']));
    const calls = { detail: { eventName: [{ exists: false }], eventType: [{ 'anything-but': 'CASE.MERGED' }] } };
    expect(await kindsFor(calls)).toEqual(
      new Set(['CASE.UPDATED', 'CASE.REOPENED', 'TEMPLATE.UPDATED', 'RELATED_ITEM.LINKED']),
    );
  });

  test('are left out with foreign: false', async () => {
    expect(await kindsFor({ source: ['aws.cases'] }, { foreign: false })).toEqual(new Set(['CASE.UPDATED']));
  });

  test('that make a handler fail are found, and found again by seed and path', async () => {
    const handler = (event: Any) => event.detail.case.caseId;
    const one = contract(updates, { source: ['aws.cases'] });
    const failure = (await rejection(verify(one, handler))) as ContractViolation;
    expect(failure.message).toContain('an event that the same rule delivers (class foreign)');
    const again = (await rejection(verify(one, handler, failure.replay))) as ContractViolation;
    expect(again.event).toEqual(failure.event);
  });
});

describe('a contract whose events never come', () => {
  const rows = { 'CASE.DELETED': undelivered } as const;
  const updates = { detail: { eventType: ['CASE.UPDATED'] } };

  test('passes without a call of the handler, and writes its part', async () => {
    const handler = jest.fn();
    await verify(contract(rows, updates), handler);
    expect(handler).not.toHaveBeenCalled();
    const [digest = ''] = readdirSync('pacts/parts/refunds');
    expect(readdirSync(`pacts/parts/refunds/${digest}`)).toContain('CASE.DELETED.part');
    expect(JSON.parse(readFileSync(`pacts/parts/refunds/${digest}/CASE.DELETED.part`, 'utf8'))).toMatchObject({
      title: 'refunds never gets CASE.DELETED',
      interactions: [],
    });
  });

  test('fails before the handler is called if the rule delivers one, and writes no part', async () => {
    const handler = jest.fn();
    const failure = await rejection(verify(contract(rows, { source: ['aws.cases'] }), handler));
    expect(failure.message.split('\n')[0]).toBe('refunds never gets CASE.DELETED: the rule delivers such an event.');
    expect(handler).not.toHaveBeenCalled();
    expect(existsSync('pacts')).toBe(false);
  });
});

test('the digest of a table changes with its rule, and not without one', () => {
  const digest = (rule?: object) =>
    contractsFor('refunds', ignoringAll, { domain: exampleDomain, ...(rule && { rule }) })[0]?.table.digest;
  expect(digest()).toBe(digest());
  const digests = [undefined, { source: ['aws.cases'] }, urgentUpdates, [urgentUpdates, { source: ['aws.cases'] }]];
  expect(new Set(digests.map((rule) => digest(rule))).size).toBe(4);
});

test('a rule for another source is refused at once', () => {
  expect(() => contract({}, { source: ['aws.connect'], detail: { eventType: ['CASE.UPDATED'] } })).toThrow(
    'options.rule.source is ["aws.connect"]; allowed: a pattern that admits "aws.cases". Every event of Cases has this source, so the rule delivers none. Give the rule whose target is this handler.',
  );
  const rules = [{ source: [{ prefix: 'aws.connect' }] }, { source: ['aws.s3'] }];
  expect(() => contract({}, rules)).toThrow('options.rule is [{"prefix":"aws.connect"}] and ["aws.s3"]; allowed:');
  expect(() => contract({}, [...rules, { source: [{ 'anything-but': 'aws.s3' }] }])).not.toThrow();
});

describe('a rule that delivers nothing at all', () => {
  const reason = async (rule: object): Promise<string> => {
    const [first] = contractsFor('refunds', ignoringAll, { domain: exampleDomain, rule });
    return (await rejection(verify(first as Contract, () => undefined))).message;
  };

  test('is refused with what keeps out the sample that comes closest', async () => {
    expect(await reason({ detail: { eventType: ['case.deleted'] } })).toBe(
      'options.rule is a pattern of which nothing comes; allowed: a pattern that delivers some event of the domain. It delivers none, not even in another reading of what AWS leaves open. The sample of CASE.DELETED comes closest. What keeps it out is detail.eventType: ["case.deleted"]: the condition does not admit "CASE.DELETED". AWS\'s pages name no event type "case.deleted". Did you mean "CASE.DELETED"?',
    );
  });

  test.each([
    ['CONTACT', 'RELATED_ITEM.CREATED Contact', '"Contact"'],
    ['COMMENT', 'RELATED_ITEM.CREATED Comment', '"Comment"'],
  ])('with the item type %s is refused with the item type that it nearly names', async (relatedItemType, kind, own) => {
    const rule = {
      detail: { eventType: ['RELATED_ITEM.CREATED'], relatedItem: { relatedItemType: [relatedItemType] } },
    };
    expect(await reason(rule)).toContain(
      `The sample of ${kind} comes closest. What keeps it out is detail.relatedItem.relatedItemType: ["${relatedItemType}"]: the condition does not admit ${own}.`,
    );
  });

  test('on an object is refused with the trap', async () => {
    const message = await reason({
      detail: { eventType: ['CASE.UPDATED'], performedBy: { user: [{ exists: true }] } },
    });
    expect(message).toContain('The sample of CASE.UPDATED comes closest.');
    expect(message).toContain('detail.performedBy.user is an object, and no condition ever matches an object');
  });

  test('fails only the rows that read something, and proves the others', async () => {
    const rule = { detail: { eventType: ['RELATED_ITEM.CREATED'], relatedItem: { relatedItemType: ['COMMENT'] } } };
    const contracts = contractsFor(
      'refunds',
      {
        ...ignoringAll,
        'CASE.CREATED': undelivered,
        'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered },
      },
      { domain: exampleDomain, rule },
    );
    const failed: string[] = [];
    for (const one of contracts) {
      const { message } = await rejection(verify(one, () => undefined));
      if (message !== 'the handler passed') failed.push(message);
    }
    expect(failed.map((message) => message.split('\n')[0])).toEqual([
      'refunds handles RELATED_ITEM.CREATED Comment: the rule delivers none of these events.',
    ]);
  });
});

test('a witness that the rule no longer delivers is dropped, and the handler passes', async () => {
  const handler = (event: Any) => {
    if (event.detail.performedBy.user === undefined) throw new Error('no user');
    return event.detail.case.caseId;
  };
  const rows = { 'CASE.UPDATED': ['performedBy.user.userArn'] } as const;
  const failure = await rejection(verify(contract(rows, { detail: { eventType: ['CASE.UPDATED'] } }), handler));
  expect(failure.message).toContain('Kept in __witnesses__');
  const user = { userArn: [{ exists: true }] };
  rmSync('pacts', { recursive: true, force: true });
  await verify(contract(rows, { detail: { eventType: ['CASE.UPDATED'], performedBy: { user } } }), handler);
  expect(warnings.join('')).toContain('its rule no longer delivers its witness, so it is dropped');
  expect(existsSync('__witnesses__')).toBe(false);
});

test('a fixed event of a failure is found again by seed and path', async () => {
  const handler = (event: Any) => {
    if (event.detail.performedBy.user === undefined) throw new Error('no user');
    return event.detail.case.caseId;
  };
  const failure = (await rejection(verify(reading, handler))) as ContractViolation;
  expect(failure.replay?.path).toMatch(/^fixed:/);
  const again = (await rejection(verify(reading, handler, failure.replay))) as ContractViolation;
  expect(again.differences).toEqual(failure.differences);
});

test('a reading that changes nothing of the events is not played again for a rule that asks for a value', async () => {
  const count = async (one: Contract): Promise<number> => {
    let calls = 0;
    rmSync('pacts', { recursive: true, force: true });
    await verify(one, ({ detail }: Any) => {
      calls++;
      return detail.case.caseId;
    });
    return calls;
  };
  const updates = { detail: { eventType: ['CASE.UPDATED'] } };
  const of = (rule: object) => contract({ 'CASE.UPDATED': ['case.caseId'] }, rule);
  expect(Math.abs((await count(of(urgentUpdates))) - (await count(of(updates))))).toBeLessThan(20);
});

describe('a rule that fits another reading only', () => {
  const rows = { 'RELATED_ITEM.CREATED': ['relatedItem.caseId', 'relatedItem.relatedItemType'] } as const;
  const rule = { detail: { eventType: ['CASE.RELATED_ITEM.CREATED'] } };

  test('is played in that reading, in every class', async () => {
    const types = new Set<string>();
    const classes = new Set<string>();
    await verify(contract(rows, rule), ({ detail }: Any) => {
      types.add(detail.eventType);
      classes.add(detail.relatedItem.relatedItemType);
      return detail.relatedItem.caseId;
    });
    expect([...types]).toEqual(['CASE.RELATED_ITEM.CREATED']);
    expect(classes.size).toBeGreaterThan(6);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('is "documented"');
  });

  test('fails a handler that fails there, and keeps a witness that is played again', async () => {
    const handler = ({ detail }: Any) => detail.performedBy.user.userArn;
    const failing = () => rejection(verify(contract(rows, rule), handler)) as Promise<ContractViolation>;
    const first = await failing();
    expect(first.message).toContain('Kept in __witnesses__');
    expect(first.event).toMatchObject({ detail: { eventType: 'CASE.RELATED_ITEM.CREATED' } });
    const second = await failing();
    expect(second.differences).toEqual(first.differences);
    expect(warnings.filter((text) => text.includes('dropped'))).toEqual([]);
  });
});

test('behind a queue the records hold what the rule delivers', async () => {
  const { matches } = eventPattern(urgentUpdates);
  const bodies: string[] = [];
  const handler = async ({ Records }: Any) => {
    for (const { body } of Records) {
      bodies.push(body);
      void JSON.parse(body).detail.case.fields[priority.id].value.stringValue;
      void JSON.parse(body).detail.case.caseId;
    }
  };
  await verify(reading, viaSqs(handler));
  expect(bodies.length).toBeGreaterThan(100);
  expect(bodies.every((body) => matches(JSON.parse(body)))).toBe(true);
  expect(warnings).toEqual([]);
});

test.each<[string, object]>([
  ['detail.case.fields.priority-id.value.stringValue', ofField('priority-id')],
  ['account', { account: ['444455556666'] }],
  ['detail.relatedItem.comment.body', { detail: { relatedItem: { comment: { body: [{ prefix: 'Refund' }] } } } }],
])('a rule that asks for %s needs the domain', (place, rule) => {
  expect(() => contractsFor('refunds', ignoringAll, { rule })).toThrow(
    `options.domain is undefined; allowed: the domain whose events the rule delivers. The rule asks for ${place}, which the domain decides. Write: contractsFor(consumer, table, { domain, rule }), with the domain from defineDomain.`,
  );
  expect(() =>
    contractsFor('refunds', ignoringAll, { rule: { detail: { eventType: ['CASE.CREATED'] } } }),
  ).not.toThrow();
});

function ofField(id: string): object {
  return { detail: { case: { fields: { [id]: { value: { stringValue: ['urgent'] } } } } } };
}
