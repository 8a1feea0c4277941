import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import { findRefusedAbsence } from '../../../../../src/harness/rule/disagreement/findRefusedAbsence.ts';
import { contractOf, ofField } from '../pairs.ts';

const { priority } = exampleDomain.fields;
const anyUser = { user: { userArn: [{ exists: true }] } };
const byRole = { iamPrincipalArn: [{ wildcard: '*:role/aws-service-role/*' }] };
const closed = ofField('status', { stringValue: ['closed'] }).detail;
const urgent = ofField(priority.id, { stringValue: ['urgent'] }).detail;

function ofUpdates(detail: object): object {
  return { source: ['aws.cases'], detail: { eventType: ['CASE.UPDATED'], ...detail } };
}

function find(rule: object | readonly object[], path = 'case.caseId') {
  const contract = contractOf({ rows: { 'CASE.UPDATED': [path] }, rule });
  return findRefusedAbsence(contract, contract.rule as NonNullable<typeof contract.rule>);
}

test.each<[string, object | readonly object[]]>([
  ['a branch on roles', ofUpdates({ performedBy: { $or: [anyUser, byRole] } })],
  [
    'a branch on a part of a role',
    ofUpdates({ performedBy: { $or: [anyUser, { iamPrincipalArn: [{ suffix: 'x' }] }] } }),
  ],
  ['a branch on a field', ofUpdates({ $or: [{ performedBy: anyUser }, closed] })],
  ['a branch, beside a leaf on a field', ofUpdates({ ...closed, performedBy: { $or: [anyUser, byRole] } })],
  [
    'a branch beside two others',
    ofUpdates({ performedBy: { $or: [anyUser, { user: { customEntity: ['crm'] } }, byRole] } }),
  ],
  [
    'a branch beside two branches on a field',
    ofUpdates({ ...{ $or: [closed, urgent] }, performedBy: { $or: [anyUser, byRole] } }),
  ],
  ['a rule of its own', [ofUpdates({ performedBy: anyUser }), ofUpdates({ performedBy: byRole })]],
  ['a condition of a leaf', ofUpdates({ performedBy: { user: { userArn: [{ exists: true }, { exists: false }] } } })],
])('a rule that admits events without a user by %s is no contradiction', (_, rule) => {
  expect(find(rule)).toBeUndefined();
});

test('branches that all ask for a user keep out every event without one', () => {
  const rule = ofUpdates({
    $or: [
      { performedBy: anyUser, ...closed },
      { performedBy: anyUser, ...urgent },
    ],
  });
  expect(find(rule)?.words).toBe('delivers no event without a user');
});

test('a branch that another event type needs admits nothing of this one', () => {
  const other = { detail: { eventType: ['CASE.CREATED'] } };
  expect(find([ofUpdates({ performedBy: anyUser }), other])?.words).toBe('delivers no event without a user');
});
