import { DAY, HOUR, MINUTE, MONTH, SECOND } from '../../../../model/values/time/durations.ts';

test('durations are milliseconds', () => {
  const begin = Date.UTC(2022, 3, 1);
  expect(Date.UTC(2022, 3, 1, 0, 0, 1)).toBe(begin + SECOND);
  expect(Date.UTC(2022, 3, 1, 0, 1)).toBe(begin + MINUTE);
  expect(Date.UTC(2022, 3, 1, 1)).toBe(begin + HOUR);
  expect(Date.UTC(2022, 3, 2)).toBe(begin + DAY);
  expect(Date.UTC(2022, 4, 1)).toBe(begin + MONTH);
});
