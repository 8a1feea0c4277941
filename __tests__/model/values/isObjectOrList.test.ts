import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';

test.each<[unknown, boolean]>([
  [{}, true],
  [[], true],
  [Object.create(null), true],
  [null, false],
  [undefined, false],
  ['text', false],
  [() => undefined, false],
])('whether %p has members by name or index: %p', (value, expected) => {
  expect(isObjectOrList(value)).toBe(expected);
});
