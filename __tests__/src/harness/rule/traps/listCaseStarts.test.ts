import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import { findTraps } from '../../../../../src/harness/rule/traps/findTraps.ts';
import { listCaseStarts } from '../../../../../src/harness/rule/traps/listCaseStarts.ts';

test.each([
  ['[{"prefix":"CASE."}]', ['prefix "CASE."']],
  ['[{"prefix":"CASE"}]', ['prefix "CASE"']],
  ['["x",{"prefix":""}]', ['prefix ""']],
  ['[{"prefix":{"equals-ignore-case":"case."}}]', ['prefix {"equals-ignore-case":"case."}']],
  ['[{"wildcard":"CASE*CREATED"}]', ['wildcard "CASE*CREATED"']],
  ['[{"wildcard":"CASE.*"},{"prefix":"CASE."}]', ['prefix "CASE."', 'wildcard "CASE.*"']],
  ['[{"wildcard":"CASE*UPDATED"}]', []],
  ['[{"wildcard":"CASE.CREATED"}]', []],
  ['[{"prefix":"CASE.RELATED"}]', []],
  ['[{"prefix":"RELATED_ITEM."}]', []],
  ['[{"suffix":"CASE."}]', []],
  ['["CASE."]', []],
])('%s admits CASE.CREATED and CASE.RELATED_ITEM.CREATED: %j', (conditions, expected) => {
  expect(listCaseStarts(conditions, 'RELATED_ITEM.CREATED')).toEqual(expected);
});

test.each([
  [{ prefix: 'CASE.' }, 'The prefix "CASE."'],
  [{ wildcard: 'CASE*CREATED' }, 'The wildcard "CASE*CREATED"'],
])('%j is said to miss one spelling of a related item', (condition, start) => {
  const leaf = {
    path: ['detail', 'eventType'],
    condition: JSON.stringify([condition]),
    received: ['RELATED_ITEM.CREATED'],
  };
  expect(findTraps(leaf, {}, exampleDomain).map(({ because }) => because)).toContain(
    `${start} misses RELATED_ITEM.CREATED, but admits CASE.RELATED_ITEM.CREATED. AWS writes both.`,
  );
});
