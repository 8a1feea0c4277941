import { admits, refusalFor } from './admit.ts';

test.each([
  ['open', 'open', true],
  ['open', 'Open', false],
  ['5', 5, false],
])('exactly %j and the value %j: %s', (text, value, expected) => {
  expect(admits({ exactly: text }, value)).toBe(expected);
});

test('a number is refused', () => {
  expect(refusalFor({ exactly: 5 })).toBe('pattern.x[0].exactly is 5; allowed: a string.');
});
