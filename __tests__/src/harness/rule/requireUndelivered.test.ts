import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { checkRule } from '../../../../src/harness/rule/checkRule.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { contractOf, ofField, type Pair } from './pairs.ts';

const { priority, feedback, goodwill } = exampleDomain.fields;

const deleted = { 'CASE.DELETED': undelivered };
const items = { 'RELATED_ITEM.CREATED': undelivered };

function messageOf(pair: Pair): string {
  try {
    checkRule(contractOf(pair), { ambiguities: 'off' });
  } catch (error) {
    return (error as Error).message;
  }
  return 'proved';
}

test('the title says that the events never come', () => {
  const titles = contractsFor(
    'refunds',
    { ...ignoringAll, ...deleted, 'RELATED_ITEM.CREATED': { Comment: undelivered, otherwise: undelivered } },
    { rule: { detail: { eventType: ['CASE.UPDATED'] } } },
  ).map(({ title }) => title);
  expect(titles).toEqual([
    'refunds ignores CASE.CREATED',
    'refunds ignores CASE.UPDATED',
    'refunds never gets CASE.DELETED',
    'refunds never gets RELATED_ITEM.CREATED Comment',
    'refunds never gets RELATED_ITEM.CREATED otherwise',
    'refunds ignores RELATED_ITEM.UPDATED',
    'refunds ignores RELATED_ITEM.DELETED',
  ]);
});

test('undelivered needs a rule', () => {
  expect(refusal(() => contractsFor('refunds', { ...ignoringAll, ...deleted }))).toBe(
    'the row "CASE.DELETED" is undelivered; allowed: a list of paths, or ignored. Without a rule every event reaches the handler. Write: contractsFor(consumer, table, { domain, rule }), with the event pattern of the rule.',
  );
  const row = { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } } as const;
  expect(refusal(() => contractsFor('refunds', { ...ignoringAll, ...row }))).toContain(
    'the row "RELATED_ITEM.CREATED".otherwise is undelivered; allowed: a list of paths, or ignored.',
  );
});

test('undelivered stands in place of a list, without quotes', () => {
  const rule = { source: ['aws.cases'] };
  const call = (row: unknown) => () =>
    contractsFor('refunds', { ...ignoringAll, 'CASE.DELETED': row } as never, { rule });
  expect(refusal(call('undelivered'))).toContain(
    "Write undelivered without quotes: import { undelivered } from 'connect-cases-contracts'.",
  );
  expect(refusal(call([undelivered]))).toContain(
    'Write undelivered in place of the list, without brackets and quotes.',
  );
});

const proved: Readonly<Record<string, Pair>> = {
  'another event type': { rows: deleted, rule: { detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } } },
  'a field that the events lack': { rows: items, rule: ofField(priority.id, { stringValue: ['urgent'] }) },
  'two rules': {
    rows: deleted,
    rule: [{ detail: { eventType: ['CASE.CREATED'] } }, { detail: { eventType: ['CASE.UPDATED'] } }],
  },
  'branches of $or': {
    rows: deleted,
    rule: { detail: { $or: [{ eventType: ['CASE.CREATED'] }, { relatedItem: { relatedItemType: ['Comment'] } }] } },
  },
  'another item type': {
    rows: { 'RELATED_ITEM.CREATED': { Contact: undelivered, otherwise: ['relatedItem.caseId'] } },
    rule: { detail: { relatedItem: { relatedItemType: [{ 'anything-but': ['Contact', 'contact'] }] } } },
  },
  'two users at once': {
    rows: deleted,
    rule: { detail: { performedBy: { user: { userArn: [{ exists: true }], customEntity: [{ exists: true }] } } } },
  },
};

test.each(Object.entries(proved))('a rule with %s proves that the events never come', (_, pair) => {
  expect(contractOf(pair).undelivered).toBe(true);
  const { rule } = pair;
  // Beside the proof, a rule of which nothing comes at all is refused: a second rule brings creations.
  const more = [...(Array.isArray(rule) ? rule : [rule]), { detail: { eventType: ['CASE.CREATED'] } }];
  expect(messageOf({ ...pair, rule: pair.rows === items ? rule : more })).toBe('proved');
});

test('a rule that delivers such an event fails with the smallest one', () => {
  expect(messageOf({ rows: deleted, rule: { detail: { eventType: [{ prefix: 'CASE.' }] } } })).toBe(
    `refunds never gets CASE.DELETED: the rule delivers such an event.

The smallest event that it delivers
  nothing differs: it is the documented event of its type
  to see it: fixture('CASE.DELETED', { class: 'sample' })

What lets it through
  detail.eventType: [{"prefix":"CASE."}] admits "CASE.DELETED"

The smallest change that keeps it out
  options.rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED","CASE.RELATED_ITEM.CREATED","CASE.RELATED_ITEM.UPDATED","CASE.RELATED_ITEM.DELETED"]

What to do
  List the paths that the handler reads, or write ignored, if the event may come.
  Otherwise change the rule.`,
  );
});

test('an event that the rule delivers only with a value of its own has that one difference', () => {
  expect(messageOf({ rows: deleted, rule: ofField(feedback.id, { stringValue: [{ prefix: 'Refund' }] }) })).toContain(
    `the sample of CASE.DELETED, but for:
  detail.case.fields.feedback(${feedback.id}).value.stringValue: `,
  );
});

test('a rule that delivers such an event in another reading fails, too', () => {
  const message = messageOf({
    rows: items,
    rule: { detail: { eventType: ['CASE.RELATED_ITEM.CREATED'], relatedItem: { relatedItemType: ['comment'] } } },
  });
  expect(message).toContain('detail.eventType: ["CASE.RELATED_ITEM.CREATED"] admits "CASE.RELATED_ITEM.CREATED"');
});

test('of a list the report shows the element that a condition admits', () => {
  const field = { id: [{ exists: true }], value: { booleanValue: [true] } };
  const rule = { detail: { relatedItem: { relatedItemType: ['Custom'], custom: { fields: field } } } };
  const changed = { detail: { eventType: ['CASE.DELETED'], changedFieldIds: [feedback.id] } };
  expect(messageOf({ rows: deleted, rule: changed })).toContain(
    `detail.changedFieldIds: ["${feedback.id}"] admits "${feedback.id}"`,
  );
  expect(messageOf({ rows: items, rule })).toContain(
    `detail.relatedItem.custom.fields.id: [{"exists":true}] admits "${goodwill.id}"`,
  );
  expect(messageOf({ rows: deleted, rule: { detail: { x: [{ exists: false }] } } })).toContain(
    'detail.x: [{"exists":false}] admits nothing',
  );
});

test('the prefix CASE. and wildcards are known traps', () => {
  const prefix = { detail: { eventType: [{ prefix: 'CASE.' }] } };
  expect(messageOf({ rows: { 'RELATED_ITEM.DELETED': undelivered }, rule: prefix })).toContain(
    'The prefix "CASE." also admits CASE.RELATED_ITEM.DELETED, as AWS writes some or all events of related items.',
  );
  const wildcard = { detail: { eventType: [{ wildcard: 'CASE*DELETED' }] } };
  expect(messageOf({ rows: { 'RELATED_ITEM.DELETED': undelivered }, rule: wildcard })).toContain(
    'The wildcard "CASE*DELETED" also admits CASE.RELATED_ITEM.DELETED, as AWS writes some or all events of related items.',
  );
  expect(messageOf({ rows: items, rule: { resources: [{ wildcard: '*:domain/*/case/*' }] } })).toContain(
    'The ARN of a related item begins with that of its case, so a wildcard on resources admits both.',
  );
});

test.each([
  [{ detail: { eventType: [{ 'anything-but': { prefix: 'CASE.UPDATED' } }] } }],
  [{ detail: { eventType: [{ prefix: 'CASE.RELATED_ITEM.' }, 'RELATED_ITEM.DELETED'] } }],
  [{ resources: [{ 'anything-but': { prefix: 'arn:aws:s3' } }] }],
])('the rule %j falls into no known trap', (rule) => {
  const message = messageOf({ rows: { 'RELATED_ITEM.DELETED': undelivered }, rule });
  expect(message).toContain('the rule delivers such an event.');
  expect(message).not.toContain('What is usually behind it');
});

test('a branch that takes the place of a condition beside $or is named', () => {
  const message = messageOf({
    rows: deleted,
    rule: {
      detail: {
        eventType: ['CASE.CREATED'],
        $or: [{ eventType: ['CASE.UPDATED'] }, { eventType: ['CASE.DELETED'] }],
      },
    },
  });
  expect(message).toContain(
    'options.rule.detail.eventType does not count where options.rule.detail["$or"][1].eventType does: the engine of AWS keeps the later of two conditions on one key.',
  );
});
