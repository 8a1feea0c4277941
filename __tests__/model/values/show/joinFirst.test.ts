import { joinFirst } from '../../../../model/values/show/joinFirst.ts';

test('a line names the first words, and counts the others', () => {
  expect(joinFirst(['a', 'b', 'c'], 3)).toBe('a, b, c');
  expect(joinFirst(['a', 'b', 'c', 'd'], 3)).toBe('a, b, c and 1 more');
  expect(joinFirst(['a', 'b', 'c', 'd'], 2, 'other errors')).toBe('a, b and 2 other errors');
});
