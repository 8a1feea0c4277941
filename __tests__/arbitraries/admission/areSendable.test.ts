import { areSendable } from '../../../arbitraries/admission/areSendable.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';

const domain = exampleDomain as unknown as Domain;
const agent = 'arn:aws:connect:us-east-1:111122223333:instance/i/agent/a';

test.each<[object, boolean]>([
  [{ 'performedBy.user.userArn': agent }, true],
  [{ 'performedBy.user.userArn': 'someone' }, false],
  [{ 'performedBy.user.userArn': undefined }, true],
  [{ 'performedBy.user.customEntity': 'crm' }, true],
  [{ 'performedBy.iamPrincipalArn': 'arn:aws:iam::111122223333:root' }, true],
  [{ 'performedBy.iamPrincipalArn': 'arn:aws:sts::111122223333:assumed-role/Role/session' }, true],
  [{ 'performedBy.iamPrincipalArn': 'arn:aws:iam::1:role/Role' }, false],
  [{ 'case.fields.approver': agent }, true],
  [{ 'case.fields.approver': 'someone' }, false],
  [{ 'case.fields.title': 'someone' }, true],
  [{ 'relatedItem.custom.fields': { approver: 'someone' } }, false],
  [{ 'relatedItem.custom.fields': { approver: agent, note: 'x' } }, true],
  [{ 'relatedItem.custom.fields': undefined }, true],
])('%j: %j', (values, expected) => {
  expect(areSendable(values as Record<string, unknown>, domain)).toBe(expected);
});
