import { undelivered } from '../../../../contracts/undelivered.ts';
import { type Domain, defineDomain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { checkRule } from '../../../../src/harness/rule/checkRule.ts';
import { contractOf, ofField, type Pair } from './pairs.ts';

const { priority, refundAmount, feedback } = exampleDomain.fields;

function violationOf(pair: Pair): ContractViolation {
  try {
    checkRule(contractOf(pair), { ambiguities: 'fail' });
  } catch (error) {
    if (error instanceof ContractViolation) return error;
    throw error;
  }
  throw new Error('the rule agrees with the row');
}

const updated = { 'CASE.UPDATED': ['case.caseId', 'performedBy'] };
const created = { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] };
const comments = { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } };
const NONE = 'the rule delivers none of these events.';

function ofType(...eventType: readonly unknown[]): object {
  return { source: ['aws.cases'], detail: { eventType } };
}

function ofUser(user: object): object {
  return { detail: { eventType: ['CASE.UPDATED'], performedBy: { user } } };
}

const bare = defineDomain({ region: 'eu-west-2', accountId: '123456789012', domainId: 'd' }) as unknown as Domain;
const withoutPriority = defineDomain({
  region: 'eu-west-2',
  accountId: '123456789012',
  domainId: 'd',
  fields: { priority: { id: priority.id, type: 'Text' }, note: { id: 'note-id', type: 'Text' } },
  includedData: { fields: ['note'], relatedItemContent: false },
}) as unknown as Domain;

interface Fault extends Pair {
  readonly says: string;
  /** The leaf that refuses the event, and why. */
  readonly leaf: string;
  /** The smallest change, or what is usually behind it. */
  readonly fix: string;
  /** How many differences the witness has from the sample; none by default. */
  readonly differences?: number;
}

const faults: Readonly<Record<string, Fault>> = {
  'another event type': {
    rows: updated,
    rule: ofType('CASE.CREATED'),
    says: NONE,
    leaf: 'detail.eventType: ["CASE.CREATED"]: the condition does not admit "CASE.UPDATED"',
    fix: 'options.rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  },
  'an event type in lower case': {
    rows: updated,
    rule: ofType('case.updated'),
    says: NONE,
    leaf: 'detail.eventType: ["case.updated"]: the condition does not admit "CASE.UPDATED"',
    fix: 'options.rule.detail.eventType: write ["CASE.UPDATED"]',
  },
  'a misspelt event type': {
    rows: { 'CASE.DELETED': ['case.caseId'] },
    rule: ofType('CASE.CREATED', 'CASE.REMOVED'),
    says: NONE,
    leaf: 'no condition admits "CASE.DELETED"',
    fix: 'write ["CASE.CREATED","CASE.DELETED"]',
  },
  'an excluded event type': {
    rows: updated,
    rule: ofType({ 'anything-but': ['CASE.UPDATED'] }),
    says: NONE,
    leaf: 'detail.eventType: [{"anything-but":["CASE.UPDATED"]}]',
    fix: 'options.rule.detail: remove it',
  },
  'the detail-type of CloudTrail': {
    rows: updated,
    rule: { source: ['aws.cases'], 'detail-type': ['AWS API Call via CloudTrail'] },
    says: NONE,
    leaf: 'detail-type: ["AWS API Call via CloudTrail"]',
    fix: 'write ["AWS API Call via CloudTrail","Amazon Connect Cases Change"]',
  },
  'another account': {
    rows: updated,
    rule: { account: ['999999999999'] },
    says: NONE,
    leaf: 'account: ["999999999999"]: the condition does not admit "111122223333"',
    fix: 'options.rule.account: write ["111122223333"]',
  },
  'a wrong digit of the account': {
    rows: updated,
    rule: { account: ['111122223334'] },
    says: NONE,
    leaf: 'account: ["111122223334"]: the condition does not admit "111122223333"',
    fix: 'options.rule.account: write ["111122223333"]',
  },
  'a neighbouring Region': {
    rows: updated,
    rule: { region: ['us-east-2'], detail: { eventType: ['CASE.UPDATED'] } },
    says: NONE,
    leaf: 'region: ["us-east-2"]',
    fix: 'options.rule.region: write ["us-east-1"]',
  },
  'the beginning of an ARN with a wrong account': {
    rows: updated,
    rule: { resources: [{ prefix: 'arn:aws:cases:us-east-1:111122223334:' }] },
    says: NONE,
    leaf: 'resources: [{"prefix":"arn:aws:cases:us-east-1:111122223334:"}]',
    fix: 'options.rule.resources: write [{"prefix":"arn:aws:cases:us-east-1:111122223333:"}]',
  },
  'an ARN with a wildcard and a wrong Region': {
    rows: updated,
    rule: { resources: [{ wildcard: 'arn:aws:cases:us-east-2:111122223333:domain/*' }] },
    says: NONE,
    leaf: 'resources: [{"wildcard":"arn:aws:cases:us-east-2:111122223333:domain/*"}]',
    fix: 'options.rule.resources: write [{"wildcard":"arn:aws:cases:us-east-1:111122223333:domain/*"}]',
  },
  'a field without the level of fields': {
    rows: { 'CASE.UPDATED': ['case.caseId'] },
    rule: { detail: { case: { [priority.id]: { value: { stringValue: ['urgent'] } } } } },
    says: NONE,
    leaf: `detail.case.${priority.id}.value.stringValue: ["urgent"]: the event has nothing there`,
    fix: `It is in detail.case.fields`,
  },
  'misspelt event types of other rows, which change in every spelling': {
    rows: updated,
    rule: ofType('CASE.UPDATE', 'RELATED_ITEM.CREATE'),
    says: NONE,
    leaf: 'no condition admits "CASE.UPDATED"',
    fix: 'write ["CASE.UPDATED","RELATED_ITEM.CREATED","CASE.RELATED_ITEM.CREATED"]',
  },
  'two rules for other types': {
    rows: updated,
    rule: [ofType('CASE.CREATED'), ofType('CASE.DELETED')],
    says: NONE,
    leaf: 'detail.eventType: ["CASE.DELETED"]',
    fix: 'options.rule[0].detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  },
  'branches of $or': {
    rows: updated,
    rule: { detail: { $or: [{ eventType: ['CASE.CREATED'] }, { eventType: ['CASE.DELETED'] }] } },
    says: NONE,
    leaf: 'detail.eventType (in detail["$or"][1]): ["CASE.DELETED"]',
    fix: 'options.rule.detail["$or"][0].eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  },
  'exists on an object': {
    rows: updated,
    rule: ofUser([{ exists: true }]),
    says: NONE,
    leaf: 'detail.performedBy.user: [{"exists":true}]: the event has an object there',
    fix: 'detail.performedBy.user is an object, and no condition ever matches an object, only a value in it, such as detail.performedBy.user.userArn.',
  },
  'a user who must be there': {
    rows: updated,
    rule: ofUser({ userArn: [{ exists: true }] }),
    says: 'the rule delivers no event without a user.',
    leaf: 'detail.performedBy.user.userArn: [{"exists":true}]: the event has nothing there',
    fix: 'options.rule.detail.performedBy: remove it',
    differences: 1,
  },
  'a principal that is no ARN': {
    rows: updated,
    rule: { detail: { performedBy: { iamPrincipalArn: ['RefundsFunction'] } } },
    says: NONE,
    leaf: 'detail.performedBy.iamPrincipalArn: ["RefundsFunction"]: the condition does not admit',
    fix: '"RefundsFunction" is no ARN, and events have ARNs there, such as "arn:aws:iam::111122223333:role/',
  },
  'a prefix that every user has': {
    rows: updated,
    rule: ofUser({ userArn: [{ prefix: 'arn:aws:connect' }] }),
    says: 'the rule delivers no event without a user.',
    leaf: 'the event has nothing there',
    fix: 'write [{"prefix":"arn:aws:connect"},{"exists":false}]',
    differences: 1,
  },
  'any user but one': {
    rows: updated,
    rule: ofUser({ userArn: [{ 'anything-but': 'arn:aws:connect:us-east-1:1:instance/i/agent/a' }] }),
    says: 'the rule delivers no event without a user.',
    leaf: 'the event has nothing there',
    fix: '{"exists":false}]',
    differences: 1,
  },
  'users with one form of ARN': {
    rows: updated,
    rule: ofUser({ userArn: [{ wildcard: '*/user/*' }] }),
    says: 'the rule delivers no event without a user.',
    leaf: 'the event has nothing there',
    fix: 'write [{"wildcard":"*/user/*"},{"exists":false}]',
    differences: 1,
  },
  'a user with an ARN, where any user counts': {
    rows: { 'CASE.UPDATED': ['performedBy.user'] },
    rule: ofUser({ userArn: [{ exists: true }] }),
    says: 'the rule delivers no event by a customEntity.',
    leaf: 'the event has nothing there',
    fix: 'remove it',
    differences: 2,
  },
  'a user of related items': {
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    rule: { detail: { performedBy: { user: { userArn: [{ exists: true }] } } } },
    says: 'the rule delivers no event without a user.',
    leaf: 'the event has nothing there',
    fix: 'options.rule: write {"source":["aws.cases"]} instead of the pattern',
    differences: 1,
  },
  'another item type': {
    rows: created,
    rule: { detail: { relatedItem: { relatedItemType: ['Comment', 'comment'] } } },
    says: 'the rule delivers no event of item type Contact, File, Sla, ConnectCase, Custom.',
    leaf: 'detail.relatedItem.relatedItemType: ["Comment","comment"]: no condition admits "Contact"',
    fix: 'options.rule: write {"source":["aws.cases"]} instead of the pattern',
  },
  'an excluded item type': {
    rows: created,
    rule: { detail: { relatedItem: { relatedItemType: [{ 'anything-but': 'Sla' }] } } },
    says: 'the rule delivers no event of item type Sla.',
    leaf: 'relatedItemType: [{"anything-but":"Sla"}]',
    fix: 'options.rule: write {"source":["aws.cases"]} instead of the pattern',
  },
  'content of one item type': {
    rows: created,
    rule: { detail: { relatedItem: { comment: { body: [{ prefix: 'Refund' }] } } } },
    says: 'the rule delivers no event of item type Contact, File, Sla, ConnectCase, Custom.',
    leaf: 'detail.relatedItem.comment.body: [{"prefix":"Refund"}]: the event has nothing there',
    fix: 'with undelivered for Contact, File, Sla, ConnectCase, Custom, if these events should not come.',
  },
  'all other item types': {
    rows: { 'RELATED_ITEM.CREATED': { otherwise: ['relatedItem.caseId'], Comment: ['relatedItem.caseId'] } },
    rule: { detail: { relatedItem: { relatedItemType: ['Contact', 'contact'] } } },
    says: NONE,
    leaf: 'no condition admits "Comment"',
    fix: 'write ["Contact","contact","Comment","comment"]',
  },
  'a field that the domain lacks': {
    rows: updated,
    rule: ofField('5b8d6a7f-1ea4-4c9c-9f5a-4d6c8b0e2a46', { stringValue: ['urgent'] }),
    says: NONE,
    leaf: 'the event has nothing there',
    fix: 'The domain has no field with the id "5b8d6a7f-1ea4-4c9c-9f5a-4d6c8b0e2a46". Did you mean "5b8d6a7f-1ea4-4c9c-9f5a-4d6c8b0e2a45"?',
  },
  'a field by its name': {
    rows: updated,
    rule: ofField('priority', { stringValue: ['urgent'] }),
    says: NONE,
    leaf: 'the event has nothing there',
    fix: `Events have the ids of fields, not their names: write "${priority.id}" for priority.`,
  },
  'a field of another type': {
    rows: updated,
    rule: ofField(refundAmount.id, { stringValue: ['5'] }),
    says: NONE,
    leaf: 'the event has nothing there',
    fix: 'refundAmount is of type Number, so its value is in doubleValue, not in stringValue.',
  },
  'a field without its member': {
    rows: updated,
    rule: { detail: { case: { fields: { [feedback.id]: ['good'] } } } },
    says: NONE,
    leaf: 'the event has an object there',
    fix: 'The value of feedback is in value.stringValue of the field.',
  },
  'a field that the domain leaves out': {
    rows: { 'CASE.UPDATED': ['case.caseId'] },
    rule: ofField(priority.id, { stringValue: ['urgent'] }),
    domain: withoutPriority,
    says: NONE,
    leaf: 'the event has nothing there',
    fix: 'domain.includedData.fields: add "priority" (and add it to the event configuration in AWS)',
  },
  'a system field that the domain leaves out': {
    rows: { 'CASE.UPDATED': ['case.caseId'] },
    rule: ofField('status', { stringValue: ['closed'] }),
    domain: bare,
    says: NONE,
    leaf: 'the event has nothing there',
    fix: 'domain.includedData.fields: add "status" (and add it to the event configuration in AWS)',
  },
  'content that the domain leaves out': {
    rows: comments,
    rule: { detail: { relatedItem: { comment: { body: [{ exists: true }] } } } },
    domain: bare,
    says: NONE,
    leaf: 'the event has nothing there',
    fix: 'domain.includedData.relatedItemContent: write true (and set includeContent in the event configuration in AWS)',
  },
  'an object around the pattern': {
    rows: updated,
    rule: { cases: { source: ['aws.cases'] } },
    says: NONE,
    leaf: 'cases.source: ["aws.cases"]: the event has nothing there',
    fix: 'Events have no "cases" at their top: give the event pattern itself.',
  },
  'a value of another type': {
    rows: updated,
    rule: ofField(refundAmount.id, { doubleValue: ['1234.5'] }),
    says: NONE,
    leaf: 'because it compares only strings',
    fix: 'options.rule.detail.case.fields',
  },
  'a numeric text': {
    rows: updated,
    rule: { detail: { version: [0] } },
    says: NONE,
    leaf: 'detail.version: [0]: the condition does not admit "0", because it compares only numbers',
    fix: 'options.rule.detail.version: write ["0"]',
  },
  'another Region': {
    rows: updated,
    rule: { region: [{ prefix: 'eu-' }], detail: { eventType: ['CASE.CREATED'] } },
    says: NONE,
    leaf: 'region: [{"prefix":"eu-"}]: the condition does not admit "us-east-1"',
    fix: 'options.rule.region: write [{"prefix":"eu-"},"us-east-1"]',
  },
};

test('of many leaves that refuse the event a report shows six', () => {
  const branches = Array.from({ length: 9 }, (_, index) => ({ eventType: [`CASE.${index}`] }));
  const { message } = violationOf({ rows: updated, rule: { detail: { $or: branches } } });
  expect(message.match(/\(in detail\["\$or"\]\[\d\]\): /g)).toHaveLength(6);
  expect(message).toContain('  and 3 more leaves');
});

test('a rule that names the wrong types is shown the right one for the whole table', () => {
  const { message } = violationOf({ rows: { ...comments, ...updated }, rule: ofType('CASE.CREATED') });
  expect(message).toContain(`
The smallest rule for the whole table
  {
    "source": ["aws.cases"],`);
  expect(message).toContain('"relatedItemType": ["Comment", "comment", { "exists": false }]');
  const { message: ofValue } = violationOf({ rows: updated, rule: ofField('nope', { stringValue: ['x'] }) });
  expect(ofValue).not.toContain('for the whole table');
});

describe.each(Object.entries(faults))('a rule with %s', (_, fault) => {
  test('fails with the smallest event, the leaf and the smallest change', () => {
    const { message, differences, event } = violationOf(fault);
    expect(message.split('\n')[0]).toContain(fault.says);
    expect(message).toContain(fault.leaf);
    expect(message).toContain(fault.fix);
    expect(differences).toHaveLength(fault.differences ?? 0);
    expect(contractOf(fault).rule?.matches(event)).toBe(false);
  });
});
