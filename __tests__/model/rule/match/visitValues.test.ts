import { planRoute, visitValues } from '../../../../model/rule/match/visitValues.ts';

function visited(event: object, path: readonly string[]): unknown[] {
  const values: unknown[] = [];
  visitValues(event, planRoute(path), (value, elements) => {
    values.push([value, ...elements]);
    return false;
  });
  return values;
}

test('a value at the path is visited, and objects are not', () => {
  expect(visited({ a: { b: 5 } }, ['a', 'b'])).toEqual([[5]]);
  expect(visited({ a: { b: 5 } }, ['a'])).toEqual([]);
});

test('the values of lists are visited at any depth, with the elements of lists that hold objects or lists', () => {
  expect(visited({ a: ['x', ['y'], []] }, ['a'])).toEqual([['x'], ['y', ['/a', 1]]]);
  expect(visited({ a: [{ b: 1 }, 'x', { b: [{ c: 0 }, 2] }] }, ['a', 'b'])).toEqual([
    [1, ['/a', 0]],
    [2, ['/a', 2]],
  ]);
});

test('keys with dots continue a path, too', () => {
  expect(visited({ 'a.b': { c: 1 }, a: { 'b.c': 2, b: { c: 3 } } }, ['a', 'b', 'c'])).toEqual([[3], [2], [1]]);
});

test('the search stops when the visitor says so', () => {
  const visit = jest.fn(() => true);
  expect(visitValues({ a: [1, 2] }, planRoute(['a']), visit)).toBe(true);
  expect(visit).toHaveBeenCalledTimes(1);
});
