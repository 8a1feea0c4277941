import { admits, refusalFor } from './admit.ts';

test.each([
  [{ prefix: 'CASE.' }, 'CASE.CREATED', true],
  [{ prefix: 'CASE.' }, 'RELATED_ITEM.CREATED', false],
  [{ prefix: 'CASE.' }, 'CASE', false],
  [{ prefix: '' }, '', true],
  [{ prefix: '' }, 5, false],
  [{ prefix: '5' }, 5, false],
  [{ prefix: 't' }, true, false],
  [{ prefix: '' }, null, false],
  [{ prefix: 'open"' }, 'open', true],
  [{ prefix: 'open"' }, 'opened', false],
  [{ prefix: { 'equals-ignore-case': 'case.' } }, 'CaSe.CREATED', true],
  [{ prefix: { 'equals-ignore-case': 'case.' } }, 'CaSes', false],
  [{ prefix: { 'equals-ignore-case': 'É' } }, 'été', true],
])('%j and the value %j: %s', (condition, value, expected) => {
  expect(admits(condition, value)).toBe(expected);
});

test.each([
  [{ prefix: 5 }, 'pattern.x[0].prefix is 5; allowed: a string, or an object with one key of "equals-ignore-case".'],
  [
    { prefix: ['a'] },
    'pattern.x[0].prefix is ["a"]; allowed: a string, or an object with one key of "equals-ignore-case". Write an object for each of them: one of them suffices.',
  ],
  [{ prefix: {} }, 'pattern.x[0].prefix is {}; allowed: a string, or an object with one key of "equals-ignore-case".'],
  [
    { prefix: { 'equals-ignore-case': ['a'] } },
    'pattern.x[0].prefix.equals-ignore-case is ["a"]; allowed: a string. Write an object for each of them: one of them suffices.',
  ],
])('%j is refused', (condition, message) => {
  expect(refusalFor(condition)).toBe(message);
});
