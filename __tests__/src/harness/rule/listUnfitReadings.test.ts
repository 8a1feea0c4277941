import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { Rule } from '../../../../model/rule/rule.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { checkRule } from '../../../../src/harness/rule/checkRule.ts';
import { listUnfitReadings } from '../../../../src/harness/rule/listUnfitReadings.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { contractOf, ofField, type Pair } from './pairs.ts';

const warnings = inEmptyDirectories();

const { approver } = exampleDomain.fields;

function linesOf(pair: Pair): readonly string[] {
  const contract = contractOf(pair);
  return listUnfitReadings(contract, contract.rule as Rule).map(({ line }) => line);
}

const comments: Pair = {
  rows: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } },
  rule: { detail: { eventType: ['RELATED_ITEM.CREATED'], relatedItem: { relatedItemType: ['Comment'] } } },
};

test('a rule that fits one spelling of the item type and one of the event type says so of both', () => {
  const [itemType, eventType, ...others] = linesOf(comments);
  expect(others).toEqual([]);
  expect(itemType).toMatch(
    /^refunds handles RELATED_ITEM\.CREATED Comment: the rule delivers none of these events \(detail\.relatedItem\.relatedItemType asks for \["Comment"\]\) if the answer to "how is relatedItemType spelled\?" is "comment": .*To fit both, options\.rule\.detail\.relatedItem\.relatedItemType: write \["Comment","comment"\]$/,
  );
  expect(eventType).toMatch(
    /is "CASE\.RELATED_ITEM": .*To fit both, options\.rule\.detail\.eventType: write \["RELATED_ITEM\.CREATED","CASE\.RELATED_ITEM\.CREATED"\]$/,
  );
});

test('a rule that does not fit the default reading says so, with the trap behind it', () => {
  const [line, ...others] = linesOf({
    rows: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    rule: { detail: { eventType: [{ prefix: 'CASE.' }] } },
  });
  expect(others).toEqual([]);
  expect(line).toContain('is "documented"');
  expect(line).toContain('The prefix "CASE." misses RELATED_ITEM.CREATED, but admits CASE.RELATED_ITEM.CREATED.');
});

test.each([
  ['comment.body', 'comment.commentText'],
  ['comment.commentText', 'comment.body'],
])('a rule that asks for %s among changedAttributes says that the other reading writes %s', (asked, other) => {
  const [line, ...others] = linesOf({
    rows: { 'RELATED_ITEM.UPDATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } },
    rule: {
      detail: {
        eventType: ['RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.UPDATED'],
        relatedItem: { relatedItemType: ['Comment', 'comment'] },
        changedAttributes: [asked],
      },
    },
  });
  expect(others).toEqual([]);
  expect(line).toContain(`if the answer to "what does changedAttributes call the body of a comment?" is "${other}"`);
  expect(line).toMatch(
    /To fit both, options\.rule\.detail\.changedAttributes: write \[[^\]]*"comment\.\w+","comment\.\w+"\]$/,
  );
});

test.each<[string, Pair, string]>([
  [
    'the member of a User field',
    { rows: { 'CASE.UPDATED': ['case.caseId'] }, rule: ofField(approver.id, { userArnValue: [{ exists: true }] }) },
    'which member carries the value of a User field?',
  ],
  [
    'the list of changed fields',
    { rows: { 'CASE.UPDATED': ['case.caseId'] }, rule: { detail: { changedFieldIds: [{ 'anything-but': 'title' }] } } },
    'does CASE.UPDATED always carry changedFieldIds?',
  ],
  [
    'the fields of a deleted case',
    { rows: { 'CASE.DELETED': ['case.caseId'] }, rule: ofField('status', { stringValue: ['closed'] }) },
    'what does CASE.DELETED carry of the case?',
  ],
  [
    'an item type that may be updated one day',
    {
      rows: { 'RELATED_ITEM.UPDATED': ['relatedItem.caseId'] },
      rule: { detail: { relatedItem: { relatedItemType: ['Comment', 'comment', 'Custom', 'custom'] } } },
    },
    'which related item types are ever updated?',
  ],
])('a rule on %s names the open question', (_, pair, question) => {
  expect(linesOf(pair).map((line) => /the answer to "(.+?)" is/.exec(line)?.[1])).toEqual([question]);
});

test.each<[string, Pair, string]>([
  [
    'the leaf alone that the reading changes',
    {
      rows: { 'CASE.UPDATED': ['case.caseId'] },
      rule: {
        detail: {
          changedFieldIds: [{ exists: true }],
          case: { fields: { status: { value: { stringValue: ['closed'] } } } },
        },
      },
    },
    'options.rule.detail.changedFieldIds: remove it',
  ],
  [
    'the branch about this event',
    {
      rows: { 'CASE.UPDATED': ['case.caseId'] },
      rule: {
        detail: {
          $or: [
            { eventType: ['CASE.CREATED'] },
            { eventType: ['CASE.UPDATED'], changedFieldIds: [{ 'anything-but': 'title' }] },
          ],
        },
      },
    },
    'options.rule.detail["$or"][1].changedFieldIds: write [{"anything-but":"title"},{"exists":false}]',
  ],
  [
    'both members of a field',
    {
      rows: { 'CASE.UPDATED': ['case.caseId'] },
      rule: ofField(approver.id, { userArnValue: ['arn:aws:connect:us-east-1:111122223333:instance/i/agent/a'] }),
    },
    `options.rule.detail.case.fields.${approver.id}.value.userArnValue: remove it; options.rule.detail.case.fields.${approver.id}.value["$or"]: write [{"userArnValue":["arn:aws:connect:us-east-1:111122223333:instance/i/agent/a"]},{"stringValue":["arn:aws:connect:us-east-1:111122223333:instance/i/agent/a"]}]`,
  ],
  [
    'the status of an Sla',
    {
      rows: { 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.caseId'], otherwise: undelivered } },
      rule: { detail: { relatedItem: { sla: { slaConfiguration: { status: ['Met'] } } } } },
    },
    'options.rule.detail.relatedItem.sla.slaConfiguration.status: write ["Met","met"]',
  ],
  [
    'an exclusion, because what is absent is not excluded',
    {
      rows: { 'CASE.UPDATED': ['case.caseId'] },
      rule: {
        detail: { performedBy: { iamPrincipalArn: [{ 'anything-but': { prefix: 'arn:aws:iam::1:role/bot' } }] } },
      },
    },
    'options.rule.detail.performedBy.iamPrincipalArn: write [{"anything-but":{"prefix":"arn:aws:iam::1:role/bot"}},{"exists":false}]',
  ],
])('to fit both readings changes %s', (_, pair, change) => {
  const [line = '', ...others] = linesOf(pair);
  expect(line.split('To fit both, ')[1]).toBe(change);
  expect(others).toEqual([]);
});

test.each<[string, Pair]>([
  [
    'selects by what a reading may leave out',
    {
      rows: { 'CASE.UPDATED': ['case.caseId'] },
      rule: {
        detail: { changedFieldIds: ['status'], case: { fields: { status: { value: { stringValue: ['closed'] } } } } },
      },
    },
  ],
  [
    'asks for what the row reads',
    {
      rows: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
      rule: { detail: { performedBy: { user: { userArn: [{ exists: true }] } } } },
    },
  ],
  [
    'selects comments by their text',
    {
      rows: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: undelivered } },
      rule: { detail: { relatedItem: { comment: { body: [{ wildcard: '*refund*' }] } } } },
    },
  ],
])('a rule that %s fits each reading', (_, pair) => {
  expect(linesOf(pair)).toEqual([]);
});

test('a row without reads needs no reading', () => {
  expect(
    linesOf({ ...comments, rows: { 'RELATED_ITEM.CREATED': { Comment: undelivered, otherwise: undelivered } } }),
  ).toEqual([]);
});

test('verify warns of it, and fails if asked for', async () => {
  const contract = contractOf(comments);
  await verify(contract, ({ detail }: { detail: { relatedItem: { caseId: string } } }) => detail.relatedItem.caseId);
  expect(warnings).toHaveLength(2);
  const fails = () => checkRule(contract, { ambiguities: 'fail' });
  expect(fails).toThrow(ContractViolation);
  expect(fails).toThrow("Let the rule deliver both readings, or set ambiguities to 'warn'.");
  expect(() => checkRule(contract, { ambiguities: 'off' })).not.toThrow();
});
