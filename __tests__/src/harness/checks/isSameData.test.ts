import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isSameData } from '../../../../src/harness/checks/isSameData.ts';

test('isSameData agrees with isDeepStrictEqual on any two values', () => {
  const value = fc.anything({ withDate: true, withMap: true, withNullPrototype: true });
  const pairs = fc.oneof(
    fc.tuple(value, value),
    fc.clone(value, 2),
    fc.clone(fc.jsonValue(), 2),
    fc.tuple(fc.jsonValue({ maxDepth: 1 }), fc.jsonValue({ maxDepth: 1 })),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => isSameData(one, other) === isDeepStrictEqual(one, other)),
    { numRuns: 3000, seed: 1 },
  );
});

class Own {}

test.each([
  ['another order of properties', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['a property that is undefined', { a: undefined }, {}, false],
  ['a property that is undefined, and one of another name', { a: undefined }, { b: 1 }, false],
  ['a prototype', {}, new Own(), false],
  ['an object without a prototype', {}, Object.create(null), false],
  ['an own property that every object inherits', { a: { toString: 1 } }, { a: { b: 1 } }, false],
  ['an own `__proto__`', JSON.parse('{ "a": { "__proto__": {} } }'), { a: { b: {} } }, false],
  ['-0', { a: 0 }, { a: -0 }, false],
  ['NaN', [Number.NaN], [Number.NaN], true],
  ['a list and an object', [], {}, false],
  ['an item of a list', { a: [1, 2] }, { a: [1, 3] }, false],
  ['a longer list', [1], [1, 2], false],
  ['an item that is undefined', [1, undefined], [1, 2], false],
  ['a deep value', { a: { b: { c: 'x' } } }, { a: { b: { c: 'y' } } }, false],
  ['a date', { a: new Date(1) }, { a: new Date(2) }, false],
])('%s', (_, one, other, same) => {
  expect([isSameData(one, other), isSameData(other, one)]).toEqual([same, same]);
  expect(isDeepStrictEqual(one, other)).toBe(same);
});

test('an object equals itself without being read', () => {
  const unread = new Proxy(
    { a: 1 },
    {
      ownKeys: () => {
        throw new Error('read');
      },
    },
  );
  expect(isSameData(unread, unread)).toBe(true);
});

test('members of objects and lists outside JSON do not count as data', () => {
  expect(isSameData({ [Symbol.for('a')]: 1 }, {})).toBe(true);
  expect(isSameData(Object.assign([1], { more: 1 }), [1])).toBe(true);
});
