import { compilePattern } from '../../../../model/rule/compile/compilePattern.ts';
import { listMetValues } from '../../../../model/rule/match/listMetValues.ts';
import { prepareMatchers } from '../../../../model/rule/match/matcher.ts';

function valuesOf(pattern: object, event: object): readonly unknown[] {
  const [leaves = []] = compilePattern(JSON.stringify(pattern));
  return listMetValues(prepareMatchers(leaves), event);
}

test('of a list of texts it is the text that the leaf admits', () => {
  expect(valuesOf({ ids: ['b', { prefix: 'c' }] }, { ids: ['a', 'cat', 'b'] })).toEqual(['cat']);
});

test('of a list of objects it is the value in the element that meets all leaves', () => {
  const list = [
    { a: 1, b: 'one' },
    { a: 2, b: 'two' },
    { a: 3, b: 'x' },
  ];
  expect(valuesOf({ list: { a: [{ numeric: ['>', 0] }], b: ['x', 'two'] } }, { list })).toEqual([2, 'two']);
  expect(valuesOf({ list: { a: [{ exists: true }], b: ['x'] } }, { list })).toEqual([3, 'x']);
});

test('a leaf that holds because nothing is there has no value', () => {
  const list = [{ a: 1, b: 'one' }, { a: 2 }];
  expect(
    valuesOf({ list: { a: [{ exists: true }], b: [{ exists: false }] }, z: [{ exists: false }] }, { list }),
  ).toEqual([2, undefined, undefined]);
});
