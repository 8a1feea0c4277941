import type { Contract } from '../../../../../contracts/contract.ts';
import { contractsFor } from '../../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../../contracts/ignored.ts';
import { undelivered } from '../../../../../contracts/undelivered.ts';
import { type Domain, defineDomain } from '../../../../../model/domain/domain.ts';
import { checkRule } from '../../../../../src/harness/rule/checkRule.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { followLines, readSection } from '../followLines.ts';

inEmptyDirectories();

const FIRST = '11111111-aaaa-4bbb-8ccc-000000000001';
const OTHER = '11111111-aaaa-4bbb-8ccc-000000000002';
const DOMAIN = 'arn:aws:cases:eu-central-1:444455556666:domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10';
const WRITER = 'arn:aws:iam::444455556666:role/writer';

const id = {
  refundAmount: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21',
  priority: '4fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e54',
  note: '5fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e55',
  vip: '6fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e56',
} as const;

const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  templates: [FIRST, OTHER],
  fields: {
    refundAmount: { id: id.refundAmount, type: 'Number' },
    priority: { id: id.priority, type: 'SingleSelect', options: ['low', 'urgent'] },
    note: { id: id.note, type: 'Text' },
    vip: { id: id.vip, type: 'Boolean' },
  },
  includedData: { fields: ['status', 'refundAmount', 'priority', 'note', 'vip'], relatedItemContent: true },
}) as unknown as Domain;

const source = ['aws.cases'];
const created = ['RELATED_ITEM.CREATED', 'CASE.RELATED_ITEM.CREATED'];
const eventType = ['CASE.UPDATED'];
const comment = ['Comment', 'comment'];

function ofFields(fields: object): object {
  return { case: { fields } };
}

function ofText(stringValue: readonly unknown[]): object {
  return { value: { stringValue } };
}

const urgent = ofFields({ [id.priority]: ofText(['urgent']) });
const closed = ofFields({ status: ofText(['closed']) });

/** A rule on updates. */
function updates(detail: object, top: object = {}): object {
  return { source, ...top, detail: { eventType, ...detail } };
}

/** A rule on new related items. */
function items(relatedItem: object): object {
  return { source, detail: { eventType: created, relatedItem } };
}

/** Rows that read updates, and of which all other events are undelivered. */
const update = { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] };
const createdAndUpdated = { 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] };
const comments = { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: undelivered } };
const slas = { 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.sla.slaConfiguration.name'], otherwise: undelivered } };
const contacts = { 'RELATED_ITEM.CREATED': { Contact: ['relatedItem.contact.contactArn'], otherwise: undelivered } };

interface Fault {
  readonly rule: object;
  readonly rows?: object;
  /** The rule after the change. */
  readonly after: object;
  /** Some of the sentences on what is usually behind it. */
  readonly behind?: readonly string[];
  /** The leaves that the report accuses. */
  readonly accused?: readonly string[];
}

const faults: Readonly<Record<string, Fault>> = {
  // A right filter stands beside a wrong name.
  'an event type at the top, beside a filter': {
    rule: { source, eventType, detail: urgent },
    after: updates(urgent),
    accused: ['eventType'],
  },
  'another name of the event type, beside a filter': {
    rule: { source, detail: { eventName: eventType, ...urgent } },
    after: updates(urgent),
    accused: ['detail.eventName'],
  },
  'another name of changed fields, beside a filter': {
    rule: updates({ changedFields: ['status'], ...closed }),
    after: updates({ changedFieldIds: ['status'], ...closed }),
  },
  'changed fields in other letters, beside a filter': {
    rule: updates({ changedFieldIDs: ['status'], ...closed }),
    after: updates({ changedFieldIds: ['status'], ...closed }),
  },
  'a principal in other letters, beside a filter': {
    rule: updates({ performedBy: { iamPrincipalARN: [{ 'anything-but': WRITER }] }, ...urgent }),
    after: updates({ performedBy: { iamPrincipalArn: [{ 'anything-but': WRITER }] }, ...urgent }),
  },
  'a field by its name, beside a filter': {
    rule: updates(ofFields({ [id.priority]: ofText(['urgent']), note: ofText([{ exists: true }]) })),
    after: updates(ofFields({ [id.priority]: ofText(['urgent']), [id.note]: ofText([{ exists: true }]) })),
  },
  'another name of the template, beside a filter': {
    rule: updates({ case: { fields: { [id.priority]: ofText(['urgent']) }, template: [FIRST] } }),
    after: updates({ case: { fields: { [id.priority]: ofText(['urgent']) }, templateId: [FIRST] } }),
  },
  'a contact with a wrong name, beside its channel': {
    rule: items({
      relatedItemType: ['Contact', 'contact'],
      contact: { channel: ['CHAT'], contactARN: [{ exists: true }] },
    }),
    rows: contacts,
    after: items({
      relatedItemType: ['Contact', 'contact'],
      contact: { channel: ['CHAT'], contactArn: [{ exists: true }] },
    }),
  },
  'two members of one value': {
    rule: updates(ofFields({ [id.priority]: { value: { stringValue: ['urgent'], doubleValue: [5] } } })),
    after: updates(urgent),
  },
  'two members of one value, beside a filter': {
    rule: updates(
      ofFields({ [id.priority]: { value: { stringValue: ['low'], doubleValue: [5] } }, status: ofText(['closed']) }),
    ),
    after: updates(ofFields({ [id.priority]: ofText(['low']), status: ofText(['closed']) })),
  },
  'a value and the empty one': {
    rule: updates(ofFields({ status: { value: { stringValue: ['closed'], emptyValue: [{ exists: true }] } } })),
    after: updates(closed),
  },
  // Values stand where other values belong.
  'an event type as detail-type': {
    rule: { source, 'detail-type': eventType },
    after: { source, detail: { eventType } },
    behind: ['"CASE.UPDATED" is an event type: it belongs to detail.eventType.'],
  },
  'two event types as detail-type': {
    rule: { source, 'detail-type': ['CASE.CREATED', 'CASE.UPDATED'] },
    rows: createdAndUpdated,
    after: { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } },
  },
  'an event type under another name': {
    rule: { source, detail: { type: eventType } },
    after: { source, detail: { eventType } },
    behind: ['Events have no "type" in detail. "CASE.UPDATED" is an event type: it belongs to detail.eventType.'],
  },
  'an event type under another name, beside a filter': {
    rule: { source, detail: { event: eventType, ...urgent } },
    after: updates(urgent),
  },
  'the end of an event type under another name': {
    rule: { source, detail: { action: ['UPDATED'] } },
    after: { source, detail: { eventType } },
  },
  'a principal under another name': {
    rule: updates({ performedBy: { principal: [{ 'anything-but': WRITER }] } }),
    after: updates({ performedBy: { iamPrincipalArn: [{ 'anything-but': WRITER }] } }),
  },
  'an item type under the name of the API': {
    rule: items({ type: comment }),
    rows: comments,
    after: items({ relatedItemType: comment }),
  },
  'content in the place of the API': {
    rule: items({ content: { comment: { body: [{ prefix: '/bot' }] } } }),
    rows: comments,
    after: items({ comment: { body: [{ prefix: '/bot' }] } }),
  },
  'the body of a comment under another name': {
    rule: items({ comment: { commentText: [{ prefix: '/bot' }] } }),
    rows: comments,
    after: items({ comment: { body: [{ prefix: '/bot' }] } }),
  },
  'the body of a comment under the end of its other name': {
    rule: items({ relatedItemType: ['Comments'], comment: { text: [{ prefix: '/bot' }] } }),
    rows: comments,
    after: items({ relatedItemType: comment, comment: { body: [{ prefix: '/bot' }] } }),
  },
  'the beginning of a role among users': {
    rule: updates({ performedBy: { user: { userArn: [{ prefix: 'arn:aws:iam::444455556666:' }] } } }),
    after: updates({ performedBy: { iamPrincipalArn: [{ prefix: 'arn:aws:iam::444455556666:' }] } }),
  },
  'a capital above a field and an event type': {
    rule: { source, Detail: { eventType, ...urgent } },
    after: updates(urgent),
    behind: ['Events have no "Detail" at their top. Did you mean detail?'],
  },
  'two mistakes': {
    rule: { source, detail: { eventType: ['CASE.UPDATE'], ...ofFields({ [id.priority]: ofText(['Urgent']) }) } },
    after: updates(urgent),
    accused: [`detail.case.fields.${id.priority}.value.stringValue`, 'detail.eventType'],
  },
  'a status of an SLA one level too high': {
    rule: items({ relatedItemType: ['Sla', 'sla'], sla: { status: ['Overdue', 'overdue'] } }),
    rows: slas,
    after: items({ relatedItemType: ['Sla', 'sla'], sla: { slaConfiguration: { status: ['Overdue', 'overdue'] } } }),
  },
  // Values that can be mended.
  'a wildcard with another domain': {
    rule: updates({}, { resources: [{ wildcard: '*:domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f11/*' }] }),
    after: updates({}, { resources: [{ wildcard: '*:domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10/*' }] }),
    behind: [`The domain is ${DOMAIN}, not domain/7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f11.`],
  },
  'a wildcard written as a text': {
    rule: updates({}, { resources: ['arn:aws:cases:*:*:domain/*'] }),
    after: updates({}, { resources: [{ wildcard: 'arn:aws:cases:*:*:domain/*' }] }),
  },
  'the beginning of an ARN as a text': {
    rule: updates({}, { resources: [`${DOMAIN}/case`] }),
    after: updates({}, { resources: [{ prefix: `${DOMAIN}/case` }] }),
  },
  'a misspelt part of an ARN': {
    rule: { source, detail: { eventType: created }, resources: [{ wildcard: `${DOMAIN}/case/*/relateditem/*` }] },
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    after: { source, detail: { eventType: created }, resources: [{ wildcard: `${DOMAIN}/case/*/related-item/*` }] },
  },
  'a field under the name of the API': {
    rule: updates({ case: { customFields: { priority: ['urgent'] } } }),
    after: updates(urgent),
  },
  'a list of fields as the API has it': {
    rule: updates(ofFields({ id: ['status'], ...ofText(['closed']) })),
    after: updates(closed),
  },
  'yes for true': {
    rule: updates(ofFields({ [id.vip]: { value: { booleanValue: ['yes'] } } })),
    after: updates(ofFields({ [id.vip]: { value: { booleanValue: [true] } } })),
  },
  'one for true': {
    rule: updates(ofFields({ [id.vip]: { value: { booleanValue: [1] } } })),
    after: updates(ofFields({ [id.vip]: { value: { booleanValue: [true] } } })),
  },
  'null for no user': {
    rule: updates({ performedBy: { user: { userArn: [null] } } }),
    after: updates({ performedBy: { user: { userArn: [{ exists: false }] } } }),
  },
  // The whole table counts.
  'a key beside $or that replaces those of its branches': {
    rule: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.DELETED'] }], eventType: ['CASE.CREATED'] } },
    rows: { ...update, 'CASE.DELETED': ignored },
    after: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.DELETED'] }] } },
  },
  'the event type of a row that is undelivered': {
    rule: { source, detail: { eventType: ['CASE.CREATED'], ...closed } },
    after: updates(closed),
  },
  'a key that two branches have, and that takes their place': {
    rule: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.DELETED'] }], eventType: ['CASE.CREATED'] } },
    after: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.DELETED'] }], eventType } },
  },
  'a wildcard of event types written as a text': {
    rule: { source, detail: { eventType: ['CASE.*'] } },
    rows: createdAndUpdated,
    after: { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } },
  },
  'a prefix of event types in lower case': {
    rule: { source, detail: { eventType: [{ prefix: 'case.' }] } },
    rows: { ...createdAndUpdated, 'CASE.DELETED': ['case.caseId'] },
    after: { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] } },
  },
  'two rules with a misspelt event type each': {
    rule: [
      { source, detail: { eventType: ['CASE.UPDATE'] } },
      { source, detail: { eventType: ['CASE.CREATE'] } },
    ],
    rows: createdAndUpdated,
    after: [
      { source, detail: { eventType } },
      { source, detail: { eventType: ['CASE.CREATED'] } },
    ],
  },
  // There is one account, one Region, and one detail-type today.
  'another Region': { rule: updates({}, { region: ['us-east-1'] }), after: updates({}, { region: ['eu-central-1'] }) },
  'account and Region in place of each other': {
    rule: updates({}, { account: ['eu-central-1'], region: ['444455556666'] }),
    after: updates({}, { account: ['444455556666'], region: ['eu-central-1'] }),
  },
  'another account': {
    rule: updates({}, { account: ['999999999999'] }),
    after: updates({}, { account: ['444455556666'] }),
    behind: ['The domain lies in account "444455556666", not in "999999999999".'],
  },
  'the detail-type of 2022': {
    rule: updates({}, { 'detail-type': ['Amazon Connect Cases Event'] }),
    after: updates({}, { 'detail-type': ['Amazon Connect Cases Event', 'Amazon Connect Cases Change'] }),
    behind: [
      '"Amazon Connect Cases Event" is the detail-type of the events page of 2022. Today\'s page has "Amazon Connect Cases Change".',
    ],
  },
  'the content of another item type': {
    rule: items({ relatedItemType: ['Contact', 'contact'], comment: { body: [{ exists: true }] } }),
    rows: comments,
    after: items({ relatedItemType: comment, comment: { body: [{ exists: true }] } }),
  },
  'changed fields within the case, by name': {
    rule: updates({ case: { changedFieldIds: ['priority'] } }),
    after: updates({ changedFieldIds: [id.priority] }),
  },
  'changed fields within the fields': {
    rule: updates(ofFields({ changedFieldIds: ['priority'] })),
    after: updates({ changedFieldIds: [id.priority] }),
  },
};

const everyType = [
  ...['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'],
  ...['RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'],
];

function contractsOf(rule: object, rows: object): readonly Contract[] {
  const table = { ...Object.fromEntries(everyType.map((type) => [type, undelivered])), ...rows };
  return contractsFor('refunds', table as never, { domain, rule });
}

/** The reports of all rows that contradict a rule, those that read something first. */
function listReports(rule: object, rows: object): readonly string[] {
  const contracts = contractsOf(rule, rows).toSorted((one, other) => other.reads.length - one.reads.length);
  return contracts.flatMap((contract) => {
    try {
      checkRule(contract, { ambiguities: 'off' });
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

/** The rule after each row's change, row by row, until all rows agree. */
function followAll(rule: object, rows: object): object {
  return everyType.reduce((changed) => {
    const [report] = listReports(changed, rows);
    return report === undefined ? changed : followLines(changed, readSection(report, CHANGE));
  }, rule);
}

/** The places for which the reports of two rows write different things. */
function listConflicts(rule: object, rows: object): readonly string[] {
  const lines = new Set(listReports(rule, rows).flatMap((report) => readSection(report, CHANGE)));
  const places = [...lines].map((line) => line.split(': ')[0] as string);
  return places.filter((place, index) => places.indexOf(place) !== index);
}

const CHANGE = 'The smallest change that lets it through';

describe.each(Object.entries(faults))('a rule with %s', (_, { rule, rows = update, after, behind = [], accused }) => {
  test('becomes what its author means, and agrees with the whole table', () => {
    const [report = ''] = listReports(rule, rows);
    expect(readSection(report, 'What is usually behind it')).toEqual(expect.arrayContaining([...behind]));
    const places = readSection(report, 'What keeps it out').map((line) => line.split(': ')[0]);
    expect(places).toEqual(accused ?? places);
    expect(listConflicts(rule, rows)).toEqual([]);
    const changed = followAll(rule, rows);
    expect(changed).toEqual(after);
    expect(listReports(changed, rows)).toEqual([]);
  });
});

test('an exclusion that stands at a place without values is never removed', () => {
  const rule = updates({ performedBy: { writer: [{ 'anything-but': 'x' }] } });
  const [report = ''] = listReports(rule, update);
  expect(report).toContain('detail.performedBy.writer: [{"anything-but":"x"}]: the event has nothing there');
  expect(report).not.toContain(CHANGE);
  expect(readSection(report, 'What to do otherwise')).toContain(
    'detail.performedBy.writer leaves something out, at a place without values. Move it where it is meant: only its author knows the place.',
  );
});

test('a removal says what comes then', () => {
  const rule = updates(ofFields({ [id.refundAmount]: { value: { doubleValue: [{ prefix: '1' }] } } }));
  const [report = ''] = listReports(rule, update);
  expect(readSection(report, CHANGE)).toEqual(['options.rule.detail.case: remove it']);
  expect(readSection(report, 'What comes then')).toEqual([
    'Every event that meets the rest: what is removed narrows the rule no longer.',
    'If it should narrow it, only its author knows which condition is meant.',
  ]);
});

const wide: Readonly<Record<string, Fault>> = {
  'one of its item types alone': {
    rule: { source, detail: { eventType: created } },
    rows: comments,
    after: items({ relatedItemType: comment }),
  },
  'all item types but one': {
    rule: { source, detail: { eventType: created } },
    rows: { 'RELATED_ITEM.CREATED': { Comment: undelivered, otherwise: ['relatedItem.caseId'] } },
    after: items({ relatedItemType: [{ 'anything-but': comment }] }),
  },
  'one event type of two': {
    rule: { source, detail: { eventType: [...created, 'RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.UPDATED'] } },
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    after: { source, detail: { eventType: created } },
  },
  'all event types but a misspelt one': {
    rule: { source, detail: { eventType: [{ 'anything-but': ['CASE.DELETE'] }] } },
    rows: {
      ...createdAndUpdated,
      ...{ 'RELATED_ITEM.CREATED': ignored, 'RELATED_ITEM.UPDATED': ignored, 'RELATED_ITEM.DELETED': ignored },
    },
    after: { source, detail: { eventType: [{ 'anything-but': ['CASE.DELETED'] }] } },
  },
  'a prefix of event types': {
    rule: { source, detail: { eventType: [{ prefix: 'CASE.' }] } },
    rows: createdAndUpdated,
    after: { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } },
  },
  'its detail-type alone': {
    rule: { source, 'detail-type': ['Amazon Connect Cases Change'] },
    after: { source, 'detail-type': ['Amazon Connect Cases Change'], detail: { eventType } },
  },
  'a branch of $or': {
    rule: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.CREATED', 'CASE.DELETED'] }] } },
    rows: createdAndUpdated,
    after: { source, detail: { $or: [{ eventType }, { eventType: ['CASE.CREATED'] }] } },
  },
};

test.each(Object.entries(wide))(
  'a rule with %s delivers too much, and becomes narrower',
  (_, { rule, rows = update, after }) => {
    const [report = ''] = listReports(rule, rows).filter((one) => one.includes(' never gets '));
    const changed = followLines(rule, readSection(report, 'The smallest change that keeps it out'));
    expect(changed).toEqual(after);
    expect(report).toContain('Otherwise change the rule.');
    expect(listReports(changed, rows)).toEqual([]);
  },
);

test('where no change of one place keeps out what is undelivered, the report shows the rule for the whole table', () => {
  const branches = [{ eventType }, urgent];
  const rule = { source, detail: { eventType: ['CASE.CREATED'], $or: branches } };
  const [report = ''] = listReports(rule, update).filter((one) => one.includes(' never gets CASE.CREATED'));
  expect(report).not.toContain('The smallest change that keeps it out');
  expect(readSection(report, 'The smallest rule for the whole table').join('')).toBe(
    '{"source": ["aws.cases"],"detail": { "eventType": ["CASE.UPDATED"] }}',
  );
});
