import { admits, refusalFor } from './admit.ts';

test.each([
  [{ suffix: '.CREATED' }, 'CASE.CREATED', true],
  [{ suffix: '.CREATED' }, 'CASE.UPDATED', false],
  [{ suffix: '' }, 'a', true],
  [{ suffix: '8' }, 301.8, false],
  [{ suffix: '"open' }, 'open', true],
  [{ suffix: '"open' }, 'reopen', false],
  [{ suffix: { 'equals-ignore-case': '.created' } }, 'CASE.Created', true],
  [{ suffix: { 'equals-ignore-case': '.created' } }, 'CASE.Created.', false],
])('%j and the value %j: %s', (condition, value, expected) => {
  expect(admits(condition, value)).toBe(expected);
});

test.each([
  [
    { suffix: null },
    'pattern.x[0].suffix is null; allowed: a string, or an object with one key of "equals-ignore-case".',
  ],
  [
    { suffix: { wildcard: 'a' } },
    'pattern.x[0].suffix is {"wildcard":"a"}; allowed: a string, or an object with one key of "equals-ignore-case".',
  ],
  [{ suffix: { 'equals-ignore-case': 1 } }, 'pattern.x[0].suffix.equals-ignore-case is 1; allowed: a string.'],
])('%j is refused', (condition, message) => {
  expect(refusalFor(condition)).toBe(message);
});
