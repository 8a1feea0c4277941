import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import { checkRule } from '../../../../src/harness/rule/checkRule.ts';
import { listDeadParts } from '../../../../src/harness/rule/listDeadParts.ts';
import { contractsOf, ofField, type Pair } from './pairs.ts';

const { priority, refundAmount, feedback, approver, goodwill } = exampleDomain.fields;
const source = ['aws.cases'];
const user = { userArn: [{ exists: true }] };
const updated = { 'CASE.UPDATED': ['case.caseId', 'performedBy'] };
const commentsOnly = { Comment: ['relatedItem.comment.body'], otherwise: undelivered };
const everySpelling = ['RELATED_ITEM.CREATED', 'CASE.RELATED_ITEM.CREATED'];

/** Rules and tables of careful authors: no check has anything to say about them. */
const pairs: Readonly<Record<string, Pair>> = {
  'source alone': { rows: updated, rule: { source } },
  'source and detail-type': { rows: updated, rule: { source, 'detail-type': ['Amazon Connect Cases Change'] } },
  'the types of cases': {
    rows: { ...updated, 'CASE.DELETED': ['case.caseId'], 'RELATED_ITEM.CREATED': undelivered },
    rule: { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] } },
  },
  'one type, and every other row undelivered': {
    rows: {
      ...updated,
      'CASE.CREATED': undelivered,
      'CASE.DELETED': undelivered,
      'RELATED_ITEM.CREATED': undelivered,
      'RELATED_ITEM.UPDATED': undelivered,
      'RELATED_ITEM.DELETED': undelivered,
    },
    rule: { source, detail: { eventType: ['CASE.UPDATED'] } },
  },
  'two rules': {
    rows: { 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'], 'CASE.DELETED': undelivered },
    rule: [{ detail: { eventType: ['CASE.CREATED'] } }, { detail: { eventType: ['CASE.UPDATED'] } }],
  },
  'both spellings of an event type': {
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    rule: { source, detail: { eventType: everySpelling } },
  },
  'a suffix for both spellings': {
    rows: { 'RELATED_ITEM.DELETED': ['relatedItem.caseId'], 'CASE.DELETED': undelivered },
    rule: { source, detail: { eventType: [{ suffix: 'RELATED_ITEM.DELETED' }] } },
  },
  'comments in both spellings': {
    rows: { 'RELATED_ITEM.CREATED': commentsOnly },
    rule: { source, detail: { eventType: everySpelling, relatedItem: { relatedItemType: ['Comment', 'comment'] } } },
  },
  'comments in any case': {
    rows: { 'RELATED_ITEM.CREATED': commentsOnly },
    rule: {
      detail: { eventType: everySpelling, relatedItem: { relatedItemType: [{ 'equals-ignore-case': 'comment' }] } },
    },
  },
  'every known item type': {
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    rule: {
      detail: {
        eventType: everySpelling,
        relatedItem: {
          relatedItemType: [...relatedItemTypes, ...relatedItemTypes.map((type) => type.toLowerCase()), 'connect'],
        },
      },
    },
  },
  'urgent cases': { rows: updated, rule: { source, ...ofField(priority.id, { stringValue: ['urgent'] }) } },
  'cases that are not closed': {
    rows: { 'CASE.UPDATED': ['case.caseId', 'case.fields.status'] },
    rule: ofField('status', { stringValue: [{ 'anything-but': 'closed' }] }),
  },
  'large refunds': {
    rows: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    rule: ofField(refundAmount.id, { doubleValue: [{ numeric: ['>=', 1000] }] }),
  },
  'cases with a refund': {
    rows: { 'CASE.UPDATED': ['case.caseId'] },
    rule: ofField(refundAmount.id, { doubleValue: [{ exists: true }] }),
  },
  'goodwill, or feedback of a kind': {
    rows: updated,
    rule: {
      detail: {
        $or: [
          { case: { fields: { [goodwill.id]: { value: { booleanValue: [true] } } } } },
          { case: { fields: { [feedback.id]: { value: { stringValue: [{ wildcard: '*refund*' }] } } } } },
        ],
      },
    },
  },
  'an approver in both members': {
    rows: updated,
    rule: [
      ofField(approver.id, { userArnValue: [{ exists: true }] }),
      ofField(approver.id, { stringValue: [{ exists: true }] }),
    ],
  },
  'users or nobody': {
    rows: updated,
    rule: { detail: { performedBy: { user: { userArn: [{ prefix: 'arn:aws:connect:' }, { exists: false }] } } } },
  },
  'only another system': {
    rows: updated,
    rule: [
      { detail: { performedBy: { user: { customEntity: [{ prefix: 'crm-sync' }] } } } },
      { detail: { performedBy: { iamPrincipalArn: [{ exists: false }] } } },
    ],
  },
  'a text that begins so, or none': {
    rows: { 'CASE.UPDATED': ['case.caseId', 'case.fields.title'] },
    rule: ofField('title', { stringValue: [{ prefix: 'Refund' }, { exists: false }] }),
  },
  'a text that ends so, or none': {
    rows: { 'CASE.UPDATED': ['case.caseId', 'case.fields.feedback'] },
    rule: ofField(feedback.id, { stringValue: [{ exists: false }, { suffix: 'again' }] }),
  },
  'a status of their own, or none': {
    rows: { 'CASE.UPDATED': ['case.caseId', 'case.fields.status'] },
    rule: ofField('status', { stringValue: ['Waiting for customer', { exists: false }] }),
  },
  'one agent, whose ARN the row reads, or nobody': {
    rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    rule: { detail: { performedBy: { user: { userArn: [{ suffix: '/agent/7' }, { exists: false }] } } } },
  },
  agents: {
    rows: updated,
    rule: [
      { detail: { performedBy: { user: { userArn: [{ wildcard: '*/agent/*' }] } } } },
      { detail: { performedBy: { iamPrincipalArn: [{ exists: false }] } } },
    ],
  },
  'one user': {
    rows: updated,
    rule: [
      { detail: { performedBy: { user: { userArn: [{ suffix: '/agent/11111111-2222-3333-4444-555555555555' }] } } } },
      { detail: { performedBy: { iamPrincipalArn: [{ exists: false }] } } },
    ],
  },
  'everybody but one role': {
    rows: { 'CASE.CREATED': ['case.caseId'] },
    rule: [
      { detail: { performedBy: { iamPrincipalArn: [{ 'anything-but': { wildcard: '*:role/RefundsFunction' } }] } } },
      { detail: { performedBy: { iamPrincipalArn: [{ exists: false }] } } },
    ],
  },
  'only people, whose ARN the row reads': {
    rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    rule: [
      { detail: { performedBy: { user } } },
      { detail: { performedBy: { iamPrincipalArn: [{ exists: false }] } } },
    ],
  },
  'one template': {
    rows: { 'CASE.UPDATED': ['case.caseId'] },
    rule: { detail: { case: { templateId: ['11111111-2222-3333-4444-555555555555'] } } },
  },
  'the ARNs of one domain': {
    rows: updated,
    rule: { resources: [{ prefix: `arn:aws:cases:us-east-1:111122223333:domain/${exampleDomain.domainId}/` }] },
  },
  'a row that ignores what never comes': { rows: updated, rule: { detail: { eventType: ['CASE.UPDATED'] } } },
};

test('there are more than 20 correct pairs', () => {
  expect(Object.keys(pairs).length).toBeGreaterThan(20);
});

test.each(Object.entries(pairs))('%s: no row contradicts the rule, in any reading', (_, pair) => {
  const contracts = contractsOf(pair);
  for (const contract of contracts) checkRule(contract, { ambiguities: 'fail' });
  for (const { consumer, domain, rule } of contracts.slice(0, 1)) {
    expect(rule && listDeadParts({ consumer, domain }, rule)).toEqual([]);
  }
});
