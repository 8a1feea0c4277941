import fc from 'fast-check';
import { formatInstant } from '../../../../model/values/time/formatInstant.ts';

const last = Date.parse('9999-12-31T23:59:59.999Z');

test('every instant is written as Date writes it', () => {
  const instants = fc.oneof(
    fc.integer({ min: 0, max: last }),
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
  );
  fc.assert(
    fc.property(instants, (instant) => formatInstant(instant) === new Date(instant).toISOString()),
    { numRuns: 20_000, seed: 1 },
  );
});

test('every day from 1970 to 2100 is written as Date writes it, at its first and its last millisecond', () => {
  for (let day = 0; day < 131 * 366; day++) {
    const [first, end] = [day * 86_400_000, (day + 1) * 86_400_000 - 1];
    expect([formatInstant(first), formatInstant(end)]).toEqual([
      new Date(first).toISOString(),
      new Date(end).toISOString(),
    ]);
  }
});

test.each([0, 951_782_400_000, 951_868_800_000, last, last + 1, -1, 0.5])('so is %d', (instant) => {
  expect(formatInstant(instant)).toBe(new Date(instant).toISOString());
});

test('an invalid instant is refused as Date refuses it', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1]) {
    expect(() => formatInstant(wrong)).toThrow(RangeError);
  }
});
