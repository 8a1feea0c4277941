import { compareInstants, countFractionDigits, isInstant } from '../../../../model/values/time/instants.ts';

describe('compareInstants', () => {
  it.each([
    ['2022-03-16T23:16:57.893Z', '2022-03-16T23:16:57.893Z', 0],
    ['2022-03-16T23:16:57.893Z', '2022-03-16T23:16:57.894Z', -1],
    ['2022-03-17T00:00:00Z', '2022-03-16T23:16:57.894Z', 1],
    ['2022-03-16T23:16:57.893Z', '2022-03-16T23:16:57Z', 0],
    ['2022-03-16T23:16:57.893211456Z', '2022-03-16T23:16:57.893Z', 0],
    ['2022-03-16T23:16:57.893211457Z', '2022-03-16T23:16:57.893211456Z', 1],
    ['2022-03-16T23:16:57.9Z', '2022-03-16T23:16:57.893Z', 1],
  ])('of %s and %s, cut to the coarser precision, is %i', (first, second, order) => {
    expect(compareInstants(first, second)).toBe(order);
    expect(compareInstants(second, first)).toBe(order === 0 ? 0 : -order);
  });

  it('is NaN for a text that is no instant in UTC', () => {
    expect(compareInstants('tomorrow', '2022-03-16T23:16:57Z')).toBeNaN();
    expect(compareInstants('2022-03-16T23:16:57Z', '2022-03-16T23:16:57+01:00')).toBeNaN();
  });
});

describe('countFractionDigits', () => {
  it('counts the digits after the second', () => {
    expect(countFractionDigits('2022-03-16T23:16:57Z')).toBe(0);
    expect(countFractionDigits('2022-03-16T23:16:57.893211Z')).toBe(6);
  });
});

test.each([
  ['2022-03-16T23:16:57.893Z', true],
  ['2024-02-29T00:00:00Z', true],
  ['2022-02-29T00:00:00Z', false],
  ['2022-13-01T00:00:00Z', false],
  ['2022-03-16T24:16:57Z', false],
  ['2022-03-16T23:16:57+01:00', false],
  ['2026-2022-03-16T23:16:57Z', false],
  ['2026-', false],
])('%s is an instant: %s', (text, expected) => {
  expect(isInstant(text)).toBe(expected);
});
