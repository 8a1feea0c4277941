import fc from 'fast-check';
import { testWildcard } from '../../../../model/rule/operators/wildcard.ts';
import { refusal } from '../../../helpers/refusal.ts';

const fewLetters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '\\', '.', '\n'), maxLength: 8 });

/** The regular expression of a wildcard: slower, but plain. */
function toRegExp(pieces: readonly string[]): RegExp {
  return new RegExp(`^${pieces.map((piece) => piece.replace(/[\\*.]/g, '\\$&')).join('.*')}$`, 's');
}

test('a wildcard admits what the regular expression does', () => {
  // Empty pieces in the middle would be two stars in a row.
  const pieces = fc
    .array(fewLetters, { minLength: 1, maxLength: 5 })
    .filter((all) => all.slice(1, -1).every((piece) => piece !== ''));
  fc.assert(
    fc.property(pieces, fewLetters, fc.array(fewLetters, { maxLength: 4 }), (all, text, filling) => {
      const admits = testWildcard(all.map((piece) => piece.replace(/[\\*]/g, '\\$&')).join('*'), []);
      const filled = all.map((piece, index) => piece + (index < all.length - 1 ? (filling[index] ?? '') : '')).join('');
      expect(admits(filled)).toBe(true);
      expect(admits(text)).toBe(toRegExp(all).test(text));
      expect(admits(filled.slice(1))).toBe(toRegExp(all).test(filled.slice(1)));
    }),
  );
});

test.each([
  ['a*ba', 'aba', true],
  ['a*ba', 'aa', false],
  ['ab*ba', 'aba', false],
  ['a*b*b', 'ab', false],
  ['a*b*b', 'abb', true],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['\\\\', '\\', true],
])('%s and the value %j: %s', (text, value, expected) => {
  expect(testWildcard(text, [])(value)).toBe(expected);
});

const rest = 'allowed: text with * for any characters, \\* for a star and \\\\ for a backslash.';

test.each([
  [
    'a**b',
    `pattern.x[0] is "a**b"; ${rest} In it the character 2 is a * before another. In JSON each backslash is written twice.`,
  ],
  [
    'a\\b',
    `pattern.x[0] is "a\\\\b"; ${rest} In it the character 2 is a \\ before neither * nor \\. In JSON each backslash is written twice.`,
  ],
  [
    'a\\',
    `pattern.x[0] is "a\\\\"; ${rest} In it the character 2 is a \\ before neither * nor \\. In JSON each backslash is written twice.`,
  ],
])('%s is refused', (text, message) => {
  expect(refusal(() => testWildcard(text, ['x', 0]))).toBe(message);
});
