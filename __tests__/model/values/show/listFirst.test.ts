import { listFirst } from '../../../../model/values/show/listFirst.ts';

const write = (item: number): string => `item ${item}`;

test('a list that leaves something out says how much', () => {
  expect(listFirst([1, 2], 2, write)).toEqual(['item 1', 'item 2']);
  expect(listFirst([1, 2, 3, 4], 2, write)).toEqual(['item 1', 'item 2', 'and 2 more']);
  expect(listFirst([1, 2, 3], 2, write, 'more leaves')).toEqual(['item 1', 'item 2', 'and 1 more leaves']);
  expect(listFirst([], 2, write)).toEqual([]);
  expect(listFirst(Array(1_234).fill(1), 0, write)).toEqual(['and 1,234 more']);
});
