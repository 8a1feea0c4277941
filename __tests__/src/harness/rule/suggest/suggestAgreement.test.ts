import { undelivered } from '../../../../../contracts/undelivered.ts';
import { type Domain, defineDomain } from '../../../../../model/domain/domain.ts';
import { eventPattern } from '../../../../../model/rule/eventPattern.ts';
import { checkRule } from '../../../../../src/harness/rule/checkRule.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { followLines, readSection } from '../followLines.ts';
import { contractsOf, ofField, type Pair } from '../pairs.ts';

const warnings = inEmptyDirectories();

const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  templates: ['t-1-refund', 't-2-other'],
  fields: {
    amount: { id: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21', type: 'Number' },
    priority: { id: '4fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e54', type: 'SingleSelect', options: ['low', 'urgent'] },
    vip: { id: '5fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e55', type: 'Boolean' },
    note: { id: '9e8d7c6b-5a49-4382-b716-05f4e3d2c1b0', type: 'Text' },
    secret: { id: '9e8d7c6b-5a49-4382-b716-05f4e3d2c1b1', type: 'Text' },
  },
  includedData: { fields: ['status', 'amount', 'priority', 'vip', 'note'], relatedItemContent: true },
}) as unknown as Domain;
const { amount, priority, vip, note, secret } = domain.fields as Record<string, { id: string }> as {
  [name in 'amount' | 'priority' | 'vip' | 'note' | 'secret']: { id: string };
};

const source = ['aws.cases'];
const eventType = ['CASE.UPDATED'];
const updated = { 'CASE.UPDATED': ['case.caseId'] };
const items = { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] };
const comments = { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } };
const itemSpellings = '["RELATED_ITEM.CREATED","CASE.RELATED_ITEM.CREATED"]';

function withDetail(detail: object): object {
  return { source, detail: { eventType, ...detail } };
}

function ofFields(fields: object): object {
  return withDetail({ case: { fields } });
}

interface Fault {
  readonly rule: object;
  readonly rows?: object;
  /** The lines of the change. */
  readonly change: readonly string[];
  /** The sentences on what is usually behind it. */
  readonly behind?: readonly string[];
}

const faults: Readonly<Record<string, Fault>> = {
  'a field by its name': {
    rule: ofFields({ priority: { value: { stringValue: ['urgent'] } } }),
    change: [
      'options.rule.detail.case.fields.priority: remove it',
      `options.rule.detail.case.fields.${priority.id}: write {"value":{"stringValue":["urgent"]}}`,
    ],
    behind: [`Events have the ids of fields, not their names: write "${priority.id}" for priority.`],
  },
  'a field by its misspelt name': {
    rule: ofFields({ Priorty: { value: { stringValue: ['urgent'] } } }),
    change: [
      'options.rule.detail.case.fields.Priorty: remove it',
      `options.rule.detail.case.fields.${priority.id}: write {"value":{"stringValue":["urgent"]}}`,
    ],
  },
  'a field that nobody knows': {
    rule: ofFields({ '00000000-0000-4000-8000-000000000000': { value: { stringValue: ['urgent'] } } }),
    change: ['options.rule.detail.case: remove it'],
    behind: ['The domain has no field with the id "00000000-0000-4000-8000-000000000000".'],
  },
  'a field without "value"': {
    rule: ofFields({ [priority.id]: { stringValue: ['urgent'] } }),
    change: [
      `options.rule.detail.case.fields.${priority.id}.stringValue: remove it`,
      `options.rule.detail.case.fields.${priority.id}.value: write {"stringValue":["urgent"]}`,
    ],
    behind: ['The value of priority is in value.stringValue of the field.'],
  },
  'a field with its value alone': {
    rule: ofFields({ [priority.id]: ['urgent'] }),
    change: [`options.rule.detail.case.fields.${priority.id}: write {"value":{"stringValue":["urgent"]}}`],
  },
  'a number in the member of texts': {
    rule: ofFields({ [amount.id]: { value: { stringValue: ['100'] } } }),
    change: [
      `options.rule.detail.case.fields.${amount.id}.value.stringValue: remove it`,
      `options.rule.detail.case.fields.${amount.id}.value.doubleValue: write [100]`,
    ],
    behind: ['amount is of type Number, so its value is in doubleValue, not in stringValue.'],
  },
  'a number as text': {
    rule: ofFields({ [amount.id]: { value: { doubleValue: ['100'] } } }),
    change: [`options.rule.detail.case.fields.${amount.id}.value.doubleValue: write [100]`],
    behind: ['amount is of type Number, so its values are numbers.'],
  },
  'true as text': {
    rule: ofFields({ [vip.id]: { value: { booleanValue: ['true'] } } }),
    change: [`options.rule.detail.case.fields.${vip.id}.value.booleanValue: write [true]`],
  },
  'a number for a text': {
    rule: ofFields({ [note.id]: { value: { stringValue: [100] } } }),
    change: [`options.rule.detail.case.fields.${note.id}.value.stringValue: write ["100"]`],
  },
  'no case id': {
    rule: withDetail({ case: { caseId: [{ exists: false }] } }),
    change: ['options.rule.detail.case: remove it'],
  },
  'a time that is none': { rule: { ...withDetail({}), time: ['x'] }, change: ['options.rule.time: remove it'] },
  'a number as principal': {
    rule: withDetail({ performedBy: { iamPrincipalArn: [5] } }),
    change: ['options.rule.detail.performedBy: remove it'],
  },
  'a field name as changed field': {
    rule: withDetail({ changedFieldIds: ['priority'] }),
    change: [`options.rule.detail.changedFieldIds: write ["${priority.id}"]`],
    behind: [`changedFieldIds has the ids of fields, not their names: priority is "${priority.id}".`],
  },
  'eventType at the top': {
    rule: { source, eventType },
    change: ['options.rule.eventType: remove it', 'options.rule.detail: write {"eventType":["CASE.UPDATED"]}'],
    behind: ['Events have no "eventType" at their top. It is in detail.eventType.'],
  },
  'eventType with a sign': {
    rule: { source, detail: { 'event-type': eventType } },
    change: ['options.rule.detail.event-type: remove it', 'options.rule.detail.eventType: write ["CASE.UPDATED"]'],
    behind: ['Events have no "event-type" in detail. Did you mean eventType?'],
  },
  'Detail beside detail': {
    rule: { source, Detail: { eventType }, detail: { case: { caseId: [{ exists: true }] } } },
    change: ['options.rule.Detail: remove it', 'options.rule.detail.eventType: write ["CASE.UPDATED"]'],
  },
  'a dotted key with a misspelt name': {
    rule: { source, 'detail.eventTyp': eventType },
    change: ['options.rule["detail.eventTyp"]: remove it', 'options.rule.detail: write {"eventType":["CASE.UPDATED"]}'],
  },
  'a dotted key with the name of a field': {
    rule: { source, 'detail.case': { 'fields.priority.value.stringValue': ['urgent'] } },
    change: [
      'options.rule["detail.case"]["fields.priority.value.stringValue"]: remove it',
      `options.rule["detail.case"].fields: write {"${priority.id}":{"value":{"stringValue":["urgent"]}}}`,
    ],
  },
  details: {
    rule: { source, details: { eventType } },
    change: ['options.rule.details: remove it', 'options.rule.detail: write {"eventType":["CASE.UPDATED"]}'],
    behind: ['Events have no "details" at their top. Did you mean detail?'],
  },
  'an object around the pattern': {
    rule: { cases: { source, detail: { eventType } } },
    change: [
      'options.rule.cases: remove it',
      'options.rule.source: write ["aws.cases"]',
      'options.rule.detail: write {"eventType":["CASE.UPDATED"]}',
    ],
    behind: ['Events have no "cases" at their top: give the event pattern itself.'],
  },
  'a field outside the fields': {
    rule: withDetail({ case: { priority: ['urgent'] } }),
    change: [
      'options.rule.detail.case.priority: remove it',
      `options.rule.detail.case.fields: write {"${priority.id}":{"value":{"stringValue":["urgent"]}}}`,
    ],
    behind: [`Events have no "priority" in detail.case. It is in detail.case.fields.${priority.id}.value.stringValue.`],
  },
  'the case id outside the case': {
    rule: withDetail({ caseId: [{ prefix: 'a' }] }),
    change: ['options.rule.detail.caseId: remove it', 'options.rule.detail.case: write {"caseId":[{"prefix":"a"}]}'],
    behind: ['Events have no "caseId" in detail. It is in detail.case.caseId.'],
  },
  'a member in other letters': {
    rule: withDetail({ changedFieldIDs: ['status'] }),
    change: ['options.rule.detail.changedFieldIDs: remove it', 'options.rule.detail.changedFieldIds: write ["status"]'],
    behind: ['Events have no "changedFieldIDs" in detail. Did you mean changedFieldIds?'],
  },
  'the user without performedBy': {
    rule: withDetail({ user: { userArn: [{ exists: true }] } }),
    rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    change: [
      'options.rule.detail.user: remove it',
      'options.rule.detail.performedBy: write {"user":{"userArn":[{"exists":true}]}}',
    ],
  },
  'the ARN of another domain': {
    rule: { ...withDetail({}), resources: [{ prefix: 'arn:aws:cases:eu-central-1:444455556666:domain/other/case/' }] },
    change: [
      'options.rule.resources: write [{"prefix":"arn:aws:cases:eu-central-1:444455556666:domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10/case/"}]',
    ],
    behind: [
      'The domain is arn:aws:cases:eu-central-1:444455556666:domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10, not arn:aws:cases:eu-central-1:444455556666:domain/other.',
    ],
  },
  'a misspelt event type': {
    rule: { source, detail: { eventType: ['CASE.UPDATE'] } },
    change: ['options.rule.detail.eventType: write ["CASE.UPDATED"]'],
    behind: ['AWS\'s pages name no event type "CASE.UPDATE". Did you mean "CASE.UPDATED"?'],
  },
  'an event type that nobody knows': {
    rule: { source, detail: { eventType: ['CASE.CREATED', 'CASE.CHANGED'] } },
    change: ['options.rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]'],
    behind: ['AWS\'s pages name no event type "CASE.CHANGED".'],
  },
  'a misspelt branch of two': {
    rule: { source, detail: { $or: [{ eventType: ['CASE.CREATED'] }, { eventType: ['CASE.UPDATE'] }] } },
    change: ['options.rule.detail["$or"][1].eventType: write ["CASE.UPDATED"]'],
  },
  'an excluded event type': {
    rule: { source, detail: { eventType: [{ 'anything-but': ['CASE.UPDATED', 'CASE.DELETED'] }] } },
    change: ['options.rule.detail.eventType: write [{"anything-but":["CASE.DELETED"]}]'],
  },
  'a misspelt detail-type': {
    rule: { source, 'detail-type': ['Amazon Connect Case Change'] },
    change: ['options.rule.detail-type: write ["Amazon Connect Cases Change"]'],
  },
  'one event type of related items': {
    rule: { source, detail: { eventType: ['CASE.CREATED'] } },
    rows: items,
    change: [`options.rule.detail.eventType: write ["CASE.CREATED",${itemSpellings.slice(1)}`],
  },
  'an item type in capitals': {
    rule: { source, detail: { relatedItem: { relatedItemType: ['COMMENT'] } } },
    rows: comments,
    change: ['options.rule.detail.relatedItem.relatedItemType: write ["Comment","comment"]'],
    behind: ['AWS\'s pages name no related item type "COMMENT". Did you mean "Comment"?'],
  },
  'one item type of all': {
    rule: { source, detail: { relatedItem: { relatedItemType: ['Comment', 'comment'] } } },
    rows: items,
    change: ['options.rule.detail: remove it'],
  },
  'one item type of all but one': {
    rule: { source, detail: { relatedItem: { relatedItemType: ['Sla', 'sla'] } } },
    rows: { 'RELATED_ITEM.CREATED': { otherwise: ['relatedItem.caseId'], Comment: undelivered } },
    change: ['options.rule.detail.relatedItem.relatedItemType: write [{"anything-but":["Comment","comment"]}]'],
  },
  'an option that the domain lacks': {
    rule: ofFields({ [priority.id]: { value: { stringValue: ['Urgent'] } } }),
    change: [`options.rule.detail.case.fields.${priority.id}.value.stringValue: write ["urgent"]`],
    behind: ['The domain has no option "Urgent" of priority, only "low", "urgent". Did you mean "urgent"?'],
  },
  'an object that must be there': {
    rule: withDetail({ case: [{ exists: true }] }),
    change: ['options.rule.detail.case: write {"caseId":[{"exists":true}]}'],
    behind: [
      'detail.case is an object, and no condition ever matches an object, only a value in it, such as detail.case.caseId.',
    ],
  },
  'a user as an object, where any event counts': {
    rule: withDetail({ performedBy: { user: [{ exists: true }] } }),
    change: ['options.rule.detail.performedBy: remove it'],
  },
  'a user as an object, where the row reads the user': {
    rule: withDetail({ performedBy: { user: [{ exists: true }] } }),
    rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    change: ['options.rule.detail.performedBy.user: write {"userArn":[{"exists":true}]}'],
  },
  'a field that the row reads and the rule forbids': {
    rule: ofFields({ [amount.id]: { value: { doubleValue: [{ exists: false }] } } }),
    rows: { 'CASE.UPDATED': ['case.fields.amount'] },
    change: ['options.rule.detail.case: remove it'],
  },
  'another kind of user than the row reads': {
    rule: withDetail({ performedBy: { user: { customEntity: [{ exists: true }] } } }),
    rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    change: ['options.rule.detail.performedBy: remove it'],
  },
  'fields of an item that no item has': {
    rule: {
      source,
      detail: {
        relatedItem: {
          relatedItemType: ['Custom', 'custom'],
          custom: { fields: { id: [{ prefix: 'zz' }], value: { doubleValue: [{ exists: false }] } } },
        },
      },
    },
    rows: { 'RELATED_ITEM.CREATED': { Custom: ['relatedItem.caseId'], otherwise: undelivered } },
    change: ['options.rule.detail.relatedItem.custom.fields.id: remove it'],
  },
};

function messageOf(pair: Pair): string {
  try {
    const reading = contractsOf(pair).filter(({ reads }) => reads.length > 0);
    for (const contract of reading) checkRule(contract, { ambiguities: 'fail' });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test.each<[string, object, readonly string[]]>([
  [
    'an option',
    ofField(priority.id, { stringValue: ['low', 'Urgent'] }),
    [
      `refunds: options.rule.detail.case.fields.${priority.id}.value.stringValue: The domain has no option "Urgent" of priority, only "low", "urgent". Did you mean "urgent"?`,
    ],
  ],
  [
    'a status in another case',
    ofField('status', { stringValue: ['Closed'] }),
    [
      'refunds: options.rule.detail.case.fields.status.value.stringValue: AWS\'s own statuses are "open", "closed", and "Closed" is none of them. Did you mean "closed"?',
    ],
  ],
  [
    'an event type',
    { source, detail: { eventType: ['CASE.UPDATED', 'CASE.DELETED', 'CASE.CREATE'] } },
    [
      'refunds: options.rule.detail.eventType: AWS\'s pages name no event type "CASE.CREATE". Did you mean "CASE.CREATED"?',
    ],
  ],
  [
    'a key beside $or and in a branch',
    {
      source,
      detail: {
        eventType: ['CASE.UPDATED', 'CASE.DELETED'],
        $or: [{ eventType: ['CASE.UPDATED', 'CASE.DELETED'] }, { case: { caseId: [{ exists: true }] } }],
      },
    },
    [
      'refunds: options.rule.detail.eventType does not count where options.rule.detail["$or"][0].eventType does: the engine of AWS keeps the later of two conditions on one key.',
    ],
  ],
  ['a status of its own', ofField('status', { stringValue: ['pending', 'open'] }), []],
  ['all options but an unknown one', ofField(priority.id, { stringValue: [{ 'anything-but': 'x' }] }), []],
  ['each spelling of an option', ofField(priority.id, { stringValue: ['urgent', 'Urgent'] }), []],
])('a rule that names %s warns of what no event has, once for a table', (_, rule, lines) => {
  const rows = { ...updated, 'CASE.DELETED': ['case.caseId'] };
  for (const contract of contractsOf({ rows, rule, domain }))
    if (contract.reads.length > 0) checkRule(contract, { ambiguities: 'off' });
  expect(warnings.map((text) => text.trim())).toEqual(lines);
});

describe.each(Object.entries(faults))('a rule with %s', (_, { rule, rows = updated, change, behind }) => {
  const { message } = { message: messageOf({ rows, rule, domain }) };

  test('fails with the change that its author means', () => {
    expect(readSection(message, 'The smallest change that lets it through')).toEqual(change);
    if (behind !== undefined) expect(readSection(message, 'What is usually behind it')).toEqual(behind);
  });

  test('agrees with the row, in every reading, after the change is followed to the letter', () => {
    const changed = followLines(rule, readSection(message, 'The smallest change that lets it through'));
    expect(() => eventPattern(changed)).not.toThrow();
    expect(messageOf({ rows, rule: changed, domain })).toBe('');
    expect(warnings).toEqual([]);
  });
});

test('a field that the domain leaves out is added to the domain, not removed from the pattern', () => {
  const message = messageOf({
    rows: updated,
    rule: ofFields({ [secret.id]: { value: { stringValue: [{ exists: true }] } } }),
    domain,
  });
  expect(readSection(message, 'What is usually behind it')).toEqual([
    'The domain does not include secret in its events.',
  ]);
  expect(readSection(message, 'The smallest change that lets it through')).toEqual([
    'domain.includedData.fields: add "secret" (and add it to the event configuration in AWS)',
  ]);
});

test.each<[string, object, string]>([
  [
    'an option',
    ofFields({ [priority.id]: { value: { stringValue: ['S9', { prefix: 'P' }] } } }),
    'domain.fields.priority.options: add "S9" (if AWS has it)',
  ],
  ['a template', withDetail({ case: { templateId: ['t-9'] } }), 'domain.templates: add "t-9" (if AWS has it)'],
  [
    'a changed field',
    withDetail({ changedFieldIds: ['00000000-0000-4000-8000-000000000000'] }),
    'domain.fields: add the field with the id "00000000-0000-4000-8000-000000000000" (if AWS has it)',
  ],
])('%s that the domain lacks, and that resembles none, is added to the domain: its filter stays', (_, rule, line) => {
  const message = messageOf({ rows: updated, rule, domain });
  expect(readSection(message, 'The smallest change that lets it through')).toEqual([line]);
  expect(readSection(message, 'What to do otherwise')).toContain('If it is wrong, name a value of the domain in it.');
});

test('the name of a template is no id: it is not added to the domain', () => {
  const ids = ['11111111-aaaa-4bbb-8ccc-000000000001'];
  const rule = withDetail({ case: { templateId: ['Refund'] } });
  const message = messageOf({ rows: updated, rule, domain: { ...domain, templates: ids } as Domain });
  expect(message).not.toContain('domain.templates');
});

test('a value that one alternative of a rule forbids, and another delivers, is no contradiction', () => {
  const urgent = { case: { fields: { [priority.id]: { value: { stringValue: ['urgent'] } } } } };
  const without = { case: { fields: { [amount.id]: { value: { doubleValue: [{ exists: false }] } } } } };
  const rows = { 'CASE.UPDATED': ['case.fields.amount'] };
  expect(messageOf({ rows, rule: withDetail({ $or: [without, urgent] }), domain })).toBe('');
  expect(messageOf({ rows, rule: withDetail({ $or: [without, { ...without, ...urgent }] }), domain })).toBe('');
  expect(
    messageOf({ rows, rule: withDetail({ $or: [without, { case: without.case, caseId: ['x'] }] }), domain }),
  ).toContain('the rule delivers no event with case.fields.amount.');
});
