import { admits, refusalFor } from './admit.ts';

test.each([
  ['CASE.DELETED', 'CASE.CREATED', true],
  ['CASE.DELETED', 'CASE.DELETED', false],
  ['5', 5, true],
  [5, '5', true],
  [5, 5, false],
  [[5, 6], 6, false],
  ['x', null, true],
  ['x', true, true],
  ['x', undefined, false],
  ['x', [], false],
  ['x', {}, false],
  ['x', ['x', 'y'], true],
  [['x', 'y'], ['x', 'y'], false],
  ['10.0.0.33', '10.0.0.033', true],
  [{ prefix: 'CASE.' }, 'CASE.CREATED', false],
  [{ prefix: 'CASE.' }, 'RELATED_ITEM.CREATED', true],
  [{ prefix: '5' }, 5, true],
  [{ prefix: 't' }, true, true],
  [{ prefix: ['a', 'b'] }, 'bc', false],
  [{ suffix: 'D' }, 'UPDATED', false],
  [{ suffix: ['D', 'E'] }, 'DELETE', false],
  [{ suffix: 'D' }, null, true],
  [{ 'equals-ignore-case': 'open' }, 'OPEN', false],
  [{ 'equals-ignore-case': ['open', 'closed'] }, 'Closed', false],
  [{ 'equals-ignore-case': '' }, '', false],
  [{ wildcard: '*.UPDATED' }, 'CASE.UPDATED', false],
  [{ wildcard: ['a*', '*b'] }, 'ccb', false],
  [{ wildcard: '*' }, 5, true],
])('anything but %j and the value %j: %s', (operand, value, expected) => {
  expect(admits({ 'anything-but': operand }, value)).toBe(expected);
});

const kinds =
  'allowed: a string, a number, a list of strings, a list of numbers, or an object with one operator. Anything-but takes strings or numbers, and a list of it has one kind of them.';
const names = 'allowed: a string, or an object with one key of "prefix", "suffix", "equals-ignore-case", "wildcard".';

test.each([
  [null, '', kinds],
  [true, '', kinds],
  [[], '', kinds],
  [['a', 1], '', kinds],
  [['a', null], '', kinds],
  [[['a']], '', kinds],
  [{}, '', names],
  [{ numeric: ['=', 1] }, '', names],
  [{ prefix: 'a', suffix: 'b' }, '', names],
])('anything but %j is refused', (operand, _, rest) => {
  expect(refusalFor({ 'anything-but': operand })).toBe(
    `pattern.x[0].anything-but is ${JSON.stringify(operand)}; ${rest}`,
  );
});

test.each([
  [{ prefix: [] }, '.prefix is []; allowed: a string, or a list of at least one string.'],
  [{ wildcard: [] }, '.wildcard is []; allowed: a string, or a list of at least one string.'],
  [{ prefix: '' }, '.prefix is ""; allowed: at least one character. Every string has an empty one.'],
  [{ suffix: ['a', ''] }, '.suffix[1] is ""; allowed: at least one character. Every string has an empty one.'],
  [{ suffix: 5 }, '.suffix is 5; allowed: a string.'],
  [{ 'equals-ignore-case': ['a', 1] }, '.equals-ignore-case[1] is 1; allowed: a string.'],
  [
    { wildcard: 'a**' },
    '.wildcard is "a**"; allowed: text with * for any characters, \\* for a star and \\\\ for a backslash. In it the character 2 is a * before another. In JSON each backslash is written twice.',
  ],
])('anything but %j is refused', (operand, rest) => {
  expect(refusalFor({ 'anything-but': operand })).toBe(`pattern.x[0].anything-but${rest}`);
});
