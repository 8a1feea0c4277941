import { listReplaced } from '../../../../model/rule/compile/listReplaced.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';

function placesOf(pattern: object): readonly string[] {
  return listReplaced(JSON.stringify(pattern)).map(
    ({ leaf, by }) => `${leaf.place.join('.')} by ${by.place.join('.')}`,
  );
}

test.each<[string, object, readonly string[]]>([
  ['a key in one place', { a: [1], $or: [{ b: [2] }, { c: [3] }] }, []],
  ['a key in two branches', { $or: [{ b: [2] }, { b: [3] }] }, []],
  ['a key before $or', { a: [1], $or: [{ a: [2] }, { c: [3] }] }, ['a by $or.0.a']],
  ['a key after $or', { $or: [{ a: [2] }, { a: [3] }], a: [1] }, ['$or.0.a by a', '$or.1.a by a']],
  ['a dotted key', { a: { b: [1] }, 'a.b': [2] }, ['a.b by a.b']],
  ['a key in two choices', { x: { $or: [{ a: [1] }, { b: [2] }] }, 'x.a': [3] }, ['x.$or.0.a by x.a']],
])('%s', (_, pattern, places) => {
  expect(placesOf(pattern)).toEqual(places);
});

test('a leaf that is replaced keeps nothing out, as the engine says', () => {
  const pattern = eventPattern({ a: ['1'], $or: [{ a: ['2'] }, { b: ['3'] }] });
  expect(pattern.matches({ a: '2' })).toBe(true);
  expect(pattern.matches({ a: '1', b: '3' })).toBe(true);
  expect(pattern.matches({ a: '2', b: '3' })).toBe(true);
  expect(pattern.matches({ a: '1' })).toBe(false);
});
