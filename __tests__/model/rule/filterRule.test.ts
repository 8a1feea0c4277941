import { compileEventFilter } from '../../../model/rule/eventFilter.ts';
import { filterRule } from '../../../model/rule/filterRule.ts';
import { compileRule, type EventFilter, listParts } from '../../../model/rule/rule.ts';

const rule = compileRule('options.rule', { detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } });
const filters = [
  compileEventFilter(
    compileRule('Filter', { detail: { eventType: ['CASE.CREATED', 'CASE.DELETED'] } }),
    (event) => event,
    ({ path }) => path,
  ) as EventFilter,
];

function event(eventType: string): object {
  return { detail: { eventType } };
}

test('an event must get through the rule and all filters', () => {
  const { matches, explain } = filterRule(rule, filters);
  const types = ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED', 'OTHER'];
  expect(types.map((type) => matches(event(type)))).toEqual([true, false, false, false]);
  expect(types.map((type) => explain(event(type)).map(({ named }) => named))).toEqual([
    [],
    ['Filter.detail.eventType'],
    [undefined],
    [undefined, 'Filter.detail.eventType'],
  ]);
});

test('the rule and each filter are parts, of which one combination each suffices', () => {
  expect(listParts(rule)).toHaveLength(1);
  expect(listParts(filterRule(rule, filters)).map((part) => part.length)).toEqual([1, 1]);
});

test('the same rule with the same filters is the same, and without filters the rule itself', () => {
  expect(filterRule(rule, filters)).toBe(filterRule(rule, filters));
  expect(filterRule(rule, [])).toBe(rule);
});
