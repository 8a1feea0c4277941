import fc from 'fast-check';
import { admits, refusalFor } from './admit.ts';

const condition = (text: string) => ({ 'equals-ignore-case': text });

test('a text equals itself in upper case and in lower case, whatever characters it has', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ9.*+?^', '$', ...'{}()|[]\\"/éÜñσ') });
  fc.assert(
    fc.property(text, (value) => {
      for (const written of [value, value.toUpperCase()]) expect(admits(condition(value), written)).toBe(true);
      expect(admits(condition(value), `${value}a`)).toBe(false);
    }),
  );
});

test.each([
  ['comment', 'Comment', true],
  ['ß', 'SS', true],
  ['SS', 'ß', false],
  ['k', '\u212a', false],
  ['5', 5, false],
  ['null', null, false],
  ['😀', '😀', false],
  ['😀', '??', true],
])('%j and the value %j: %s', (text, value, expected) => {
  expect(admits(condition(text), value)).toBe(expected);
});

test('a list is refused: it belongs within anything-but', () => {
  expect(refusalFor({ 'equals-ignore-case': ['a'] })).toBe(
    'pattern.x[0].equals-ignore-case is ["a"]; allowed: a string. Write an object for each of them: one of them suffices.',
  );
});
