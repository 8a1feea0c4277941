import { parseWholeNumber, requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';

test.each([1, 20])('%d is a whole number from 1 to 20', (number) => {
  expect(requireWholeNumber('n', number, { least: 1, most: 20 })).toBe(number);
});

test.each<[unknown, string]>([
  [0, '0'],
  [21, '21'],
  [1.5, '1.5'],
  [Number.NaN, 'NaN'],
  ['3', '"3"'],
  [3n, '3n'],
  [null, 'null'],
  [undefined, 'undefined'],
])('%p is refused', (received, shown) => {
  expect(() => requireWholeNumber('n', received, { least: 1, most: 20, because: 'So it is' })).toThrow(
    `n is ${shown}; allowed: a whole number from 1 to 20. So it is.`,
  );
});

test('without a largest number, those that JavaScript keeps exactly are allowed', () => {
  expect(requireWholeNumber('n', Number.MAX_SAFE_INTEGER, { least: 0 })).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => requireWholeNumber('n', 2 ** 53, { least: 0 })).toThrow(
    'n is 9007199254740992; allowed: a whole number, 0 or more.',
  );
});

test('a text is a number in digits only, and an error shows the text', () => {
  expect(parseWholeNumber('--n', '007', { least: 1, most: 20 })).toBe(7);
  for (const text of ['', ' 7', '7.0', '1e1', '-7', '0x7', '21', '0']) {
    expect(() => parseWholeNumber('--n', text, { least: 1, most: 20 })).toThrow(
      `--n is ${JSON.stringify(text)}; allowed: a whole number from 1 to 20, in digits only.`,
    );
  }
});
