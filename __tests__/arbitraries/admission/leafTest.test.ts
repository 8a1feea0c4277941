import { listAlternatives, listLeafTests } from '../../../arbitraries/admission/leafTest.ts';
import { compileRule } from '../../../model/rule/rule.ts';

function alternativesOf(...conditions: readonly unknown[]): readonly (readonly unknown[])[] {
  const [[[test] = []] = []] = listLeafTests(compileRule('rule', { a: conditions }));
  const values = ['x', 'X', 'xy', 5, undefined];
  return test === undefined
    ? []
    : listAlternatives(test).map(({ holds }) => values.filter((a) => holds(a === undefined ? {} : { a })));
}

test('a leaf has an alternative for each condition and spelling, and absence last', () => {
  expect(alternativesOf({ exists: false }, 'x', { prefix: 'x' }, 5)).toEqual([['x'], ['x', 'xy'], [5], [undefined]]);
  expect(alternativesOf({ 'equals-ignore-case': 'x' })).toEqual([['x'], ['X']]);
});

test('one condition is its own alternative', () => {
  expect(alternativesOf({ prefix: 'x' })).toEqual([['x', 'xy']]);
  expect(alternativesOf({ exists: false })).toEqual([[undefined]]);
});
