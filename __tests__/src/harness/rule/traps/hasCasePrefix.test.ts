import { hasCasePrefix } from '../../../../../src/harness/rule/traps/hasCasePrefix.ts';

test.each([
  ['[{"prefix":"CASE."}]', true],
  ['[{"prefix":"CASE"}]', true],
  ['["x",{"prefix":""}]', true],
  ['[{"prefix":"CASE.RELATED"}]', false],
  ['[{"prefix":"RELATED_ITEM."}]', false],
  ['[{"prefix":{"equals-ignore-case":"case."}}]', false],
  ['[{"suffix":"CASE."}]', false],
  ['["CASE."]', false],
])('%s admits each text that begins with CASE.: %s', (conditions, expected) => {
  expect(hasCasePrefix(conditions)).toBe(expected);
});
