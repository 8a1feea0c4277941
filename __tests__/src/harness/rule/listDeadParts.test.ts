import type { Domain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { compileRule } from '../../../../model/rule/rule.ts';
import { listDeadParts } from '../../../../src/harness/rule/listDeadParts.ts';

const domain = exampleDomain as unknown as Domain;

function linesOf(rule: object | readonly object[]): readonly string[] {
  return listDeadParts({ consumer: 'refunds', domain }, compileRule('options.rule', rule));
}

const live = { detail: { eventType: ['CASE.UPDATED'] } };

test.each<[string, object | readonly object[], string]>([
  [
    'a pattern beside a live one',
    [live, { source: ['aws.case'] }],
    'refunds: options.rule[1] delivers no event. The sample of CASE.CREATED comes closest. What keeps it out is source: ["aws.case"]: the condition does not admit "aws.cases".',
  ],
  [
    'a pattern that contradicts itself',
    [live, { detail: { eventType: ['CASE.CREATED'], relatedItem: { relatedItemType: ['Comment'] } } }],
    'refunds: options.rule[1] delivers no event.',
  ],
  [
    'a branch of $or',
    { $or: [live, { detail: { performedBy: { user: [{ exists: true }] } } }] },
    'refunds: options.rule["$or"][1] delivers no event.',
  ],
  [
    'the absence of a misspelt place',
    { detail: { performedBye: [{ exists: false }] } },
    'refunds: options.rule.detail.performedBye: no event has a value there, so exists: false admits every event.',
  ],
  [
    'the absence of a misspelt field beside a value',
    { detail: { case: { fields: { titel: { value: { stringValue: ['x', { exists: false }] } } } } } },
    'Did you mean "title"?',
  ],
])('%s has a line', (_, rule, line) => {
  const lines = linesOf(rule);
  expect(lines).toEqual([expect.stringContaining(line)]);
});

test.each<[string, object | readonly object[]]>([
  ['two live patterns', [live, { source: ['aws.cases'] }]],
  ['a pattern for CloudTrail', [live, { 'detail-type': ['AWS API Call via CloudTrail'] }]],
  ['two live branches', { $or: [live, { detail: { eventType: ['CASE.CREATED'] } }] }],
  ['the absence of a user', { detail: { performedBy: { user: { userArn: [{ exists: false }] } } } }],
  ['no related item', { detail: { relatedItem: { relatedItemType: [{ exists: false }] } } }],
  ['a dead pattern alone, which fails elsewhere', { source: ['aws.case'] }],
])('%s: there is no line', (_, rule) => {
  expect(linesOf(rule)).toEqual([]);
});
