import { requireDomainForRule } from '../../contracts/requireDomainForRule.ts';
import { compileRule } from '../../model/rule/rule.ts';
import { refusal } from '../helpers/refusal.ts';

const requiring = (pattern: object) => () => requireDomainForRule(compileRule('rule', pattern));

test.each([
  ['account', { account: ['111122223333'] }],
  ['region', { region: ['eu-west-2'] }],
  ['resources', { resources: [{ prefix: 'arn:' }] }],
  [
    'detail.case.fields.priority.value.stringValue',
    { detail: { case: { fields: { priority: { value: { stringValue: ['high'] } } } } } },
  ],
  ['detail.relatedItem.comment.body', { detail: { relatedItem: { comment: { body: ['x'] } } } }],
])('a rule on %s needs a domain, even beside other leaves', (place, pattern) => {
  expect(refusal(requiring({ source: ['aws.cases'], ...pattern }))).toContain(
    `options.domain is undefined; allowed: the domain whose events the rule delivers. The rule asks for ${place}, which the domain decides. Write: contractsFor(consumer, table, { domain, rule })`,
  );
});

test.each([
  ['the source', { source: ['aws.cases'] }],
  ['the event type', { detail: { eventType: ['CASE.CREATED'] } }],
  ['the template', { detail: { case: { templateId: ['t'] } } }],
  ['the item type', { detail: { relatedItem: { relatedItemType: ['Comment'] } } }],
  ['a place beside the detail', { fields: ['x'], comment: ['x'] }],
  ['a member of content beside the related item', { detail: { performedBy: { comment: ['x'] } } }],
  ['fields of a case outside of the detail', { other: { case: { fields: ['x'] } } }],
  ['the user', { detail: { performedBy: { user: { userArn: [{ exists: true }] } } } }],
])('a rule on %s needs none', (_, pattern) => {
  expect(requiring(pattern)).not.toThrow();
});
