import fc from 'fast-check';
import { parseComparable } from '../../../../model/rule/operators/decimal.ts';

test('every double in its shortest digits is comparable, however many zeros it has', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(3), (number, zeros) => {
      const text = String(number);
      expect(parseComparable(text)).toBe(number + 0);
      if (/\.\d+$/.test(text)) expect(parseComparable(`${text}${'0'.repeat(zeros)}`)).toBe(number);
    }),
  );
});

test.each([
  ['5', 5],
  ['5.0', 5],
  ['3.018e2', 301.8],
  ['-0', 0],
  ['0.0e9', 0],
  ['1E3', 1000],
  ['0.001', 0.001],
  ['6000000000', 6e9],
  ['123456789012', 123456789012],
  ['0.12345678901234568', 0.12345678901234568],
  ['0.12345678901234567', undefined],
  ['9007199254740993', undefined],
  ['123456789012345678901234567890', undefined],
  ['1e400', undefined],
  ['1e-400', undefined],
])('%s stands for %s', (text, number) => {
  expect(parseComparable(text)).toBe(number);
});
