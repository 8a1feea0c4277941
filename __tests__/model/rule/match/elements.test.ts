import { joinElements, noElements } from '../../../../model/rule/match/elements.ts';

test('elements of different lists join', () => {
  expect(joinElements(new Map([['/a', 1]]), new Map([['/b', 2]]))).toEqual(
    new Map([
      ['/a', 1],
      ['/b', 2],
    ]),
  );
});

test('values outside of lists join with any', () => {
  const some = new Map([['/a', 1]]);
  expect(joinElements(some, noElements)).toBe(some);
  expect(joinElements(noElements, some)).toBe(some);
});
