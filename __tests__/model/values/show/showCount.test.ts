import { showCount } from '../../../../model/values/show/showCount.ts';

test.each([
  [0, '0 events'],
  [1, '1 event'],
  [1_200, '1,200 events'],
])('%p is shown as %s', (number, shown) => {
  expect(showCount(number, 'event')).toBe(shown);
});
