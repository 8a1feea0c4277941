import type { Domain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { findArnForm } from '../../../model/event/findArnForm.ts';

const domain = exampleDomain as unknown as Domain;
const agent = 'arn:aws:connect:us-east-1:111122223333:instance/i/agent/a';

test('only places with ARNs have a form', () => {
  expect(findArnForm('case.fields.approver', domain)?.test(agent)).toBe(true);
  expect(findArnForm('case.fields.title', domain)).toBeUndefined();
});
