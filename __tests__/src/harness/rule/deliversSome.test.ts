import type { Domain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { compileRule } from '../../../../model/rule/rule.ts';
import { deliversSome } from '../../../../src/harness/rule/deliversSome.ts';

const domain = exampleDomain as unknown as Domain;

test.each<[object, boolean]>([
  [{ source: ['aws.cases'] }, true],
  [{ detail: { eventType: ['CASE.RELATED_ITEM.CREATED'] } }, true],
  [{ 'detail-type': ['AWS API Call via CloudTrail'] }, true],
  [{ source: ['aws.case'] }, false],
])('%j delivers some event: %j', (pattern, expected) => {
  expect(deliversSome(compileRule('rule', pattern))(domain)).toBe(expected);
});
