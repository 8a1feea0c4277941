import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { compileRule } from '../../../model/rule/rule.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { measureLength } from '../../../model/values/text.ts';
import { isInstant } from '../../../model/values/time/instants.ts';
import { draw } from '../../../src/harness/run/draw.ts';
import { makePattern } from './makePattern.ts';

const domain = exampleDomain as unknown as Domain;

function spaceOf(eventType: EventType, itemType: (typeof relatedItemTypes)[number] | undefined, pattern?: object) {
  const itemTypes = itemType === undefined ? [] : [itemType];
  const rule = pattern && compileRule('rule', pattern);
  return contractSpace({ eventType, itemTypes, domain, ...(rule && { rule }) });
}

function sla(slaConfiguration: object): object {
  return { detail: { relatedItem: { sla: { slaConfiguration } } } };
}

const arn = `arn:aws:cases:us-east-1:111122223333:domain/${exampleDomain.domainId}/case`;

test.each<[string, EventType, (typeof relatedItemTypes)[number] | undefined, object]>([
  [
    'an SLA that is met, with its time',
    'RELATED_ITEM.CREATED',
    'Sla',
    sla({ status: ['Met'], completionTime: [{ exists: true }] }),
  ],
  [
    'an SLA that is not met, with its time',
    'RELATED_ITEM.DELETED',
    'Sla',
    sla({ status: ['NotMet'], completionTime: [{ exists: true }] }),
  ],
  ['an SLA with the time of its end', 'RELATED_ITEM.DELETED', 'Sla', sla({ completionTime: [{ exists: true }] })],
  [
    'an active SLA without such a time',
    'RELATED_ITEM.CREATED',
    'Sla',
    sla({ status: ['Active'], completionTime: [{ exists: false }] }),
  ],
  ['an SLA that ended on a day', 'RELATED_ITEM.DELETED', 'Sla', sla({ completionTime: [{ prefix: '2022-04-30T' }] })],
  [
    'the end of a time',
    'RELATED_ITEM.CREATED',
    'Custom',
    { detail: { relatedItem: { createdDateTime: [{ suffix: '9:50:08.508Z' }] } } },
  ],
  [
    'the beginning of a time',
    'CASE.UPDATED',
    undefined,
    { detail: { approximateChangeTime: [{ prefix: '2026-02-2' }] } },
  ],
  ['a month', 'CASE.UPDATED', undefined, { time: [{ prefix: '2027-12' }] }],
  ['a year with a wildcard', 'CASE.UPDATED', undefined, { time: [{ wildcard: '2022-*' }] }],
  ['months and hours with wildcards', 'CASE.DELETED', undefined, { time: [{ wildcard: '2026-0*T1*' }] }],
  ['the seconds of a time', 'CASE.UPDATED', undefined, { time: [{ suffix: ':07Z' }] }],
  ['the ARN of a case whose id has slashes', 'CASE.UPDATED', undefined, { resources: [`${arn}/689b/case/1`] }],
  [
    'the ARN of an item whose case has slashes',
    'RELATED_ITEM.CREATED',
    'File',
    { resources: [`${arn}/689b/case/1/related-item/2`] },
  ],
])('a rule on %s has an event', (_, eventType, itemType, pattern) => {
  expect(spaceOf(eventType, itemType, pattern).isEmpty).toBe(false);
});

test('nearly every rule that is made of an event has an event, without a search', () => {
  const random = new SeededRandom(20_261_128);
  const kinds = eventTypes.flatMap((type) =>
    (isRelatedItemEventType(type) ? relatedItemTypes : [undefined]).map((itemType) => ({ type, itemType })),
  );
  const missed: object[] = [];
  let tried = 0;
  for (const { type, itemType } of kinds) {
    const planned = draw(() => spaceOf(type, itemType).arbitrary(), { seed: 11, runs: 60 });
    for (const one of planned) {
      const event = one.event();
      // What AWS may add has any name, and no rule asks for it today.
      if (one.class === 'open' || one.class === 'limit') continue;
      const pattern = makePattern(event, random);
      if (JSON.stringify(pattern).length > 2000 || !eventPattern(pattern).matches(event)) continue;
      tried++;
      if (spaceOf(type, itemType, pattern).isEmpty) missed.push(pattern);
    }
  }
  expect(tried).toBeGreaterThan(400);
  expect(missed.map((pattern) => JSON.stringify(pattern))).toEqual([]);
});

/** The pattern on the value of a field, and how events show it. */
function ofField(id: string, stringValue: readonly unknown[]) {
  return {
    pattern: { detail: { case: { fields: { [id]: { value: { stringValue } } } } } },
    read: (event: object) => valueAt(event, ['detail', 'case', 'fields', id, 'value', 'stringValue']),
  };
}

function valuesOf(pattern: object | readonly object[], read: (event: object) => unknown): ReadonlySet<unknown> {
  const rule = compileRule('rule', pattern);
  const space = contractSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain, rule });
  const planned = [...space.schedule([]).plannedEvents, ...draw(() => space.arbitrary(), { seed: 7, runs: 100 })];
  expect(planned.filter((one) => !rule.matches(one.event()))).toEqual([]);
  return new Set(planned.map((one) => read(one.event())));
}

const texts = ['Refund', 'Return', 'Complaint'];
const title = ofField('title', texts);

test.each<[string, object | readonly object[]]>([
  ['condition of a leaf', title.pattern],
  ['rule', texts.map((text) => ofField('title', [text]).pattern)],
  ['branch of $or', { $or: texts.map((text) => ofField('title', [text]).pattern) }],
])('every %s is played', (_, pattern) => {
  expect([...valuesOf(pattern, title.read)].toSorted()).toEqual(texts.toSorted());
});

test.each<[string, unknown, RegExp]>([
  ['a prefix', { prefix: 'Refund' }, /^Refund/],
  ['a suffix', { suffix: 'again' }, /again$/],
  ['a wildcard', { wildcard: 'Re*d*again' }, /^Re.*d.*again$/s],
  ['a prefix in any case', { prefix: { 'equals-ignore-case': 'refund' } }, /^refund/i],
])('after %s the rest of the text varies: odd signs, several lengths, the longest', (_, condition, form) => {
  const { pattern, read } = ofField('title', [condition]);
  const values = [...valuesOf(pattern, read)] as string[];
  expect(values.filter((value) => !form.test(value))).toEqual([]);
  const free = contractSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain });
  const longest = Math.max(
    ...free.cases([{ segments: ['detail'] }]).map((one) => measureLength(String(read(one.event())))),
  );
  expect(values.length).toBeGreaterThan(8);
  expect(values.some((value) => value.includes('\u0000'))).toBe(true);
  expect(Math.max(...values.map(measureLength))).toBe(longest);
});

test('a text in any case is played in lower and in upper case', () => {
  const { pattern, read } = ofField('title', [{ 'equals-ignore-case': 'Refund' }]);
  expect([...valuesOf(pattern, read)].toSorted()).toEqual(['REFUND', 'Refund', 'refund']);
});

test.each<[string, unknown, (text: string) => string]>([
  ['as a whole', { 'equals-ignore-case': 'refund' }, (text) => text],
  ['at its beginning', { prefix: { 'equals-ignore-case': 'refund' } }, (text) => text.slice(0, 'refund'.length)],
  ['at its end', { suffix: { 'equals-ignore-case': 'refund' } }, (text) => text.slice(-'refund'.length)],
])('a text in any case %s is played in lower, in upper and in mixed case', (_, condition, cut) => {
  const { pattern, read } = ofField('title', [condition]);
  const cuts = [...valuesOf(pattern, read)].map((value) => cut(String(value)));
  expect([...new Set(cuts)].toSorted()).toEqual(['REFUND', 'Refund', 'refund']);
});

test.each<[string, unknown]>([
  ['a year', { prefix: '2027-' }],
  ['a month', { prefix: '2027-02-' }],
  ['a day in any month', { wildcard: '2027-*-30T*' }],
  ['the end of a time', { suffix: ':30Z' }],
])('a DateTime field with %s has instants in typical events', (_, condition) => {
  const { pattern, read } = ofField(exampleDomain.fields.dueDate.id, [condition]);
  const rule = compileRule('rule', pattern);
  const space = contractSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain, rule });
  const planned = [...space.schedule([]).plannedEvents, ...draw(() => space.arbitrary(), { seed: 7, runs: 100 })];
  const values = planned
    .filter((one) => ['sample', 'typical'].includes(one.class))
    .map((one) => String(read(one.event())));
  expect(values.filter((value) => !isInstant(value))).toEqual([]);
  expect(new Set(values).size).toBeGreaterThan(1);
});

test.each<[string, object, readonly string[]]>([
  [
    'a user',
    { performedBy: { user: { userArn: [{ prefix: 'arn:aws:connect:us-west-2:' }] } } },
    ['performedBy', 'user', 'userArn'],
  ],
  [
    'a principal',
    { performedBy: { iamPrincipalArn: [{ prefix: 'arn:aws:sts::111122223333:' }] } },
    ['performedBy', 'iamPrincipalArn'],
  ],
])('after the prefix of an ARN of %s the rest varies', (_, detail, path) => {
  const values = valuesOf({ detail }, (event) => valueAt(event, ['detail', ...path]));
  expect(values.size).toBeGreaterThan(3);
});

test('a text or its absence: both are played', () => {
  const { pattern, read } = ofField('title', ['Refund', { exists: false }]);
  expect(valuesOf(pattern, read)).toEqual(new Set(['Refund', undefined]));
});

test('an event of another alternative shrinks to the smallest of this alternative', () => {
  const { pattern, read } = ofField('title', ['Refund', { prefix: 'Return' }]);
  const space = contractSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain, rule: compileRule('rule', pattern) });
  const drawn = draw(() => space.arbitrary(), { seed: 7, runs: 60 });
  for (const planned of drawn.filter((one) => read(one.event()) !== 'Refund').slice(0, 5)) {
    let current = planned;
    for (let next: typeof planned | undefined = planned; next !== undefined; ) {
      current = next;
      next = [...current.shrinks()].find((one) => read(one.event()) !== 'Refund');
    }
    expect(current.differences()).toHaveLength(1);
    expect(String(read(current.event())).length).toBeLessThan(60);
    expect(current.demanded()).toEqual(current.differences());
  }
});

const ids = exampleDomain.fields;

test.each<[string, object]>([
  ['a principal that is no ARN', { performedBy: { iamPrincipalArn: ['RefundsFunction'] } }],
  ['a principal of another service', { performedBy: { iamPrincipalArn: ['arn:aws:s3:::refunds'] } }],
  ['a user that is no ARN', { performedBy: { user: { userArn: ['someone@example.com'] } } }],
  ['a User field that is no ARN', { case: { fields: { [ids.approver.id]: { value: { userArnValue: ['me'] } } } } }],
  ['the beginning of no ARN', { performedBy: { iamPrincipalArn: [{ prefix: 'role/' }] } }],
])('no event is invented for %s', (_, detail) => {
  const space = spaceOf('CASE.UPDATED', undefined, { detail });
  expect(space.isEmpty).toBe(true);
});

test.each<[string, readonly unknown[]]>([
  ['an id', ['my-case']],
  ['parts of an ARN that come too late', [{ wildcard: 'my:*:case/*' }]],
  ['an ARN within an ARN', [{ wildcard: '*:case/*' }]],
  ['blanks', [{ suffix: '/case/a case' }]],
])('no event is invented for resources with %s', (_, resources) => {
  expect(spaceOf('CASE.UPDATED', undefined, { resources }).isEmpty).toBe(true);
});

test.each<[string, object]>([
  ['a role', { performedBy: { iamPrincipalArn: [{ suffix: ':role/RefundsFunction' }] } }],
  ['a role of an account', { performedBy: { iamPrincipalArn: ['arn:aws:iam::111122223333:role/a/b'] } }],
  ['an agent', { performedBy: { user: { userArn: [{ suffix: '/agent/7' }] } } }],
  ['users of a Region', { performedBy: { user: { userArn: [{ prefix: 'arn:aws:connect:us-west-2:' }] } } }],
  ['users of an instance', { performedBy: { user: { userArn: [{ wildcard: 'arn:*:instance/i/*' }] } } }],
])('an event is found for %s', (_, detail) => {
  expect(spaceOf('CASE.UPDATED', undefined, { detail }).isEmpty).toBe(false);
});
