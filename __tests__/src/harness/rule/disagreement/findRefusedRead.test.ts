import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import type { Rule } from '../../../../../model/rule/rule.ts';
import { findRefusedRead } from '../../../../../src/harness/rule/disagreement/findRefusedRead.ts';
import { contractOf, ofField } from '../pairs.ts';

const { goodwill, priority } = exampleDomain.fields;
const anyUser = { user: { userArn: [{ exists: true }] } };
const anySystem = { user: { customEntity: [{ exists: true }] } };
const nobody = { iamPrincipalArn: [{ exists: false }] };
const both = ['performedBy.user.userArn', 'performedBy.user.customEntity', 'case.caseId'];

function find(rule: object, paths: readonly string[]) {
  const contract = contractOf({ rows: { 'CASE.UPDATED': paths }, rule });
  return findRefusedRead(contract, contract.rule as Rule);
}

function ofPerformer(performedBy: object): object {
  return { detail: { performedBy } };
}

test.each<[string, object, readonly string[], string]>([
  ['a rule asks for an agent', ofPerformer(anyUser), both, 'performedBy.user.customEntity'],
  ['a rule asks for a system', ofPerformer(anySystem), both, 'performedBy.user.userArn'],
  [
    'a leaf at another path leaves out the user',
    ofPerformer(nobody),
    ['case.caseId', 'performedBy.user.userArn'],
    'performedBy.user.userArn',
  ],
  [
    'a leaf at another path leaves out all around it',
    ofPerformer(nobody),
    ['case.caseId', 'performedBy'],
    'performedBy',
  ],
  [
    'every branch leaves it out',
    {
      detail: {
        $or: [
          { performedBy: nobody },
          { ...ofField('status', { stringValue: ['closed'] }).detail, performedBy: nobody },
        ],
      },
    },
    ['performedBy.user', 'case.fields.status'],
    'performedBy.user',
  ],
  [
    'a rule takes only events without a field',
    ofField(goodwill.id, { booleanValue: [{ exists: false }] }),
    ['case.fields.status', 'case.fields.goodwill'],
    'case.fields.goodwill',
  ],
])('%s: the row reads what no event has, beside what events have', (_, rule, paths, missing) => {
  const found = find(rule, paths);
  expect(found?.words).toBe(`delivers no event with ${missing}`);
  expect(found?.otherwise).toEqual([`If the rule is right, leave ${missing} out of the row.`]);
});

test.each<[string, object, readonly string[]]>([
  ['either kind of user', { detail: { $or: [{ performedBy: anyUser }, { performedBy: anySystem }] } }, both],
  ['agents, in a row that reads the user as a whole', ofPerformer(anyUser), ['performedBy.user']],
  [
    'agents in one branch, and urgent cases in another',
    { detail: { $or: [{ performedBy: anyUser }, ofField(priority.id, { stringValue: ['urgent'] }).detail] } },
    both,
  ],
  [
    'nobody in one branch only',
    { detail: { $or: [{ performedBy: nobody }, { performedBy: anyUser }] } },
    ['performedBy.user.userArn'],
  ],
  ['any event of a type', { detail: { eventType: ['CASE.UPDATED'] } }, both],
])('%s: every path has a value in some event', (_, rule, paths) => {
  expect(find(rule, paths)).toBeUndefined();
});
