import { undelivered } from '../../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import { checkRule } from '../../../../../src/harness/rule/checkRule.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { readSection } from '../followLines.ts';
import { contractsOf, ofField, type Pair } from '../pairs.ts';

const warnings = inEmptyDirectories();

const { priority, refundAmount, goodwill } = exampleDomain.fields;
const updated = { 'CASE.UPDATED': ['case.caseId'] };

/** The message of the first row that contradicts its rule. */
function messageOf(pair: Pair): string {
  try {
    for (const contract of contractsOf(pair))
      if (contract.reads.length > 0) checkRule(contract, { ambiguities: 'off' });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

function item(type: string, content: object): Pair {
  return {
    rows: { 'RELATED_ITEM.CREATED': { [type]: ['relatedItem.caseId'], otherwise: undelivered } },
    rule: { detail: { relatedItem: { relatedItemType: [type, type.toLowerCase()], ...content } } },
  };
}

function sla(slaConfiguration: object): Pair {
  return item('Sla', { sla: { slaConfiguration } });
}

function custom(fields: object): Pair {
  return item('Custom', { custom: { fields } });
}

function changed(...changedAttributes: readonly unknown[]): Pair {
  return {
    rows: { 'RELATED_ITEM.UPDATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } },
    rule: { detail: { relatedItem: { relatedItemType: ['Comment', 'comment'] }, changedAttributes } },
  };
}

function option(...stringValue: readonly unknown[]): Pair {
  return { rows: updated, rule: ofField(priority.id, { stringValue }) };
}

function withSource({ rows, rule }: Pair): Pair {
  return { rows, rule: { source: ['aws.cases'], ...rule } };
}

function status(...stringValue: readonly unknown[]): Pair {
  return { rows: updated, rule: ofField('status', { stringValue }) };
}

const OPTION = `options.rule.detail.case.fields.${priority.id}.value.stringValue`;
const STATUS = 'options.rule.detail.case.fields.status.value.stringValue';
const STATUSES = 'AWS\'s own statuses are "open", "closed", and';
const SLA = 'options.rule.detail.relatedItem.sla.slaConfiguration';
const FIELDS = 'options.rule.detail.relatedItem.custom.fields';
const CHANGED = 'options.rule.detail.changedAttributes';

test.each<[string, Pair, string]>([
  [
    'a status without a letter',
    status('closd'),
    `${STATUS}: ${STATUSES} "closd" is none of them. Did you mean "closed"?`,
  ],
  [
    'a status with two letters changed over',
    status('opne'),
    `${STATUS}: ${STATUSES} "opne" is none of them. Did you mean "open"?`,
  ],
  [
    'a misspelt status among those left out',
    status({ 'anything-but': ['Closed'] }),
    `${STATUS}: ${STATUSES} "Closed" is none of them. Did you mean "closed"?`,
  ],
  [
    'a misspelt option that is left out',
    option({ 'anything-but': { 'equals-ignore-case': ['urgnt', 'low'] } }),
    `${OPTION}: The domain has no option "urgnt" of priority, only "low", "normal", "urgent". Did you mean "urgent"?`,
  ],
  [
    'all options left out, beside one of them',
    option({ 'anything-but': ['low', 'normal', 'urgent'] }, 'low'),
    `${OPTION}: {"anything-but":["low","normal","urgent"]} leaves out each value that the place can have: "low", "normal", "urgent".`,
  ],
  [
    'the name of a field that is left out',
    { rows: updated, rule: { detail: { changedFieldIds: [{ 'anything-but': 'priority' }] } } },
    `options.rule.detail.changedFieldIds: changedFieldIds has the ids of fields, not their names: priority is "${priority.id}".`,
  ],
  [
    'a misspelt attribute',
    changed('comment.boddy'),
    `${CHANGED}: AWS's pages name no attribute "comment.boddy" of a related item. Did you mean "comment.body"?`,
  ],
  [
    'the end of an attribute',
    changed('comment.text'),
    `${CHANGED}: AWS's pages name no attribute "comment.text" of a related item, but "comment.commentText".`,
  ],
  [
    'the last name of an attribute',
    changed('commentText'),
    `${CHANGED}: AWS's pages name no attribute "commentText" of a related item, but "comment.commentText".`,
  ],
  [
    'a channel in another case',
    item('Contact', { contact: { channel: ['voice'] } }),
    'options.rule.detail.relatedItem.contact.channel: AWS\'s pages name no channel "voice". Did you mean "VOICE"?',
  ],
  [
    'a misspelt target of an Sla',
    sla({ targetFieldValues: { stringValue: ['Closed'] } }),
    `${SLA}.targetFieldValues.stringValue: ${STATUSES} "Closed" is none of them. Did you mean "closed"?`,
  ],
  [
    'a misspelt status of an Sla beside a right one',
    sla({ status: ['Active', 'active', 'Breached'] }),
    `${SLA}.status: The API names no status "Breached" of an Sla, only "Active", "Overdue", "Met", "NotMet".`,
  ],
  [
    'an unknown option of a field that another leaf names',
    custom({ id: [priority.id], value: { stringValue: ['urgent', 'critical'] } }),
    `${FIELDS}.value.stringValue: The domain has no option "critical" of priority, only "low", "normal", "urgent".`,
  ],
  [
    'a misspelt option of any field of an item',
    custom({ value: { stringValue: ['Urgent'] } }),
    `${FIELDS}.value.stringValue: The domain has no option "Urgent" of priority, only "low", "normal", "urgent". Did you mean "urgent"?`,
  ],
])('a rule on %s warns once', (_, pair, line) => {
  expect(messageOf(pair)).toBe('');
  expect(warnings.map((text) => text.trim())).toEqual([`refunds: ${line}`]);
});

test.each<[string, Pair]>([
  ['a status of its own', status('pending', 'reopen')],
  ['both statuses of AWS left out', status({ 'anything-but': ['open', 'closed'] })],
  ['an attribute of another item', changed('custom.fields', 'file.fileArn')],
  ['an attribute that no page names', changed('comment.attachments')],
  ['a channel of its own', item('Contact', { contact: { channel: ['SMS', 'VOICE'] } })],
  ['a text of any field of an item', custom({ value: { stringValue: ['anything'] } })],
  ['an option of a field of an item', custom({ id: [priority.id], value: { stringValue: ['urgent'] } })],
  [
    'an event type that is left out',
    { rows: updated, rule: { detail: { eventType: [{ 'anything-but': 'AwsServiceEvent' }] } } },
  ],
])('a rule on %s warns of nothing', (_, pair) => {
  expect(messageOf(pair)).toBe('');
  expect(warnings).toEqual([]);
});

test.each<[string, Pair, behind: string, change: string]>([
  [
    'all options left out',
    withSource(option({ 'anything-but': ['low', 'normal', 'urgent'] })),
    '{"anything-but":["low","normal","urgent"]} leaves out each value that the place can have: "low", "normal", "urgent".',
    'options.rule.detail: remove it',
  ],
  [
    'all fields left out by a wildcard',
    withSource({ rows: updated, rule: { detail: { changedFieldIds: [{ 'anything-but': { wildcard: '*' } }] } } }),
    '{"anything-but":{"wildcard":"*"}} leaves out each value that the place can have',
    'options.rule.detail: remove it',
  ],
  [
    'an unknown status of an Sla',
    sla({ status: ['Mett'] }),
    'The API names no status "Mett" of an Sla, only "Active", "Overdue", "Met", "NotMet". Did you mean "Met"?',
    `${SLA}.status: write ["Met","met"]`,
  ],
  [
    'an unknown type of an Sla',
    sla({ type: ['CaseFeld'] }),
    'The API names no type "CaseFeld" of an Sla, only "CaseField". Did you mean "CaseField"?',
    `${SLA}.type: write ["CaseField"]`,
  ],
  [
    'an unknown type of a comment',
    item('Comment', { comment: { contentType: ['text/plain'] } }),
    'The API names no contentType "text/plain" of a comment, only "Text/Plain". Did you mean "Text/Plain"?',
    'options.rule.detail.relatedItem.comment.contentType: write ["Text/Plain"]',
  ],
  [
    'a field of an item that the domain lacks',
    custom({ id: ['nope'] }),
    'The domain has no field with the id "nope".',
    'options.rule.detail.relatedItem.custom: remove it',
  ],
  [
    'a field of an item by its name',
    custom({ id: ['priority'], value: { stringValue: ['urgent'] } }),
    `Events have the ids of fields, not their names: priority is "${priority.id}".`,
    `${FIELDS}.id: write ["${priority.id}"]`,
  ],
  [
    'an unknown option in a list of fields',
    custom({ id: [priority.id], value: { stringValue: ['Urgent'] } }),
    'The domain has no option "Urgent" of priority, only "low", "normal", "urgent". Did you mean "urgent"?',
    `${FIELDS}.value.stringValue: write ["urgent"]`,
  ],
  [
    'a number in the member of texts in a list of fields',
    custom({ id: [refundAmount.id], value: { stringValue: ['5'] } }),
    'refundAmount is of type Number, so its value is in doubleValue, not in stringValue.',
    `${FIELDS}.value.stringValue: remove it`,
  ],
  [
    'true as a text in a list of fields',
    custom({ id: [goodwill.id], value: { booleanValue: ['true'] } }),
    'goodwill is of type Boolean, so its values are true or false.',
    `${FIELDS}.value.booleanValue: write [true]`,
  ],
])('a rule on %s delivers nothing, and says why', (_, pair, behind, change) => {
  const message = messageOf(pair);
  expect(readSection(message, 'What is usually behind it').join(' ')).toContain(behind);
  expect(readSection(message, 'The smallest change that lets it through')[0]).toBe(change);
});

test('a status with letters in another order and in capitals warns, beside a right one', () => {
  expect(messageOf({ rows: updated, rule: ofField('status', { stringValue: ['closed', 'Opne'] }) })).toBe('');
  expect(warnings.join('')).toContain('"Opne" is none of them. Did you mean "open"?');
});
