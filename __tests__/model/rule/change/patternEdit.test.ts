import { describeChange } from '../../../../model/rule/change/describeChange.ts';
import { applyEdit, type PatternEdit } from '../../../../model/rule/change/patternEdit.ts';

const pattern = { source: ['a'], detail: { x: { y: [1] }, $or: [{ b: [2] }, { c: [3] }] } };

test.each<[string, PatternEdit, unknown]>([
  ['writes conditions', { write: ['source'], conditions: ['b'] }, { ...pattern, source: ['b'] }],
  ['writes nothing where nothing stands', { write: ['nope'], conditions: ['b'] }, undefined],
  [
    'moves an object, and keeps what stands beside its new place',
    { move: ['detail', 'x'], to: ['detail', 'z'] },
    { source: ['a'], detail: { $or: [{ b: [2] }, { c: [3] }], z: { y: [1] } } },
  ],
  [
    'moves within a branch',
    { move: ['detail', '$or', 0, 'b'], to: ['detail', '$or', 0, 'd', 'e'], conditions: [4] },
    { ...pattern, detail: { ...pattern.detail, $or: [{ d: { e: [4] } }, { c: [3] }] } },
  ],
  [
    'moves into an object of its own',
    { move: ['source'], to: ['source', 'name'] },
    { ...pattern, source: { name: ['a'] } },
  ],
  [
    'moves what an object holds one level up',
    { move: ['detail'], to: [] },
    { source: ['a'], x: { y: [1] }, $or: [{ b: [2] }, { c: [3] }] },
  ],
  ['moves onto nothing else', { move: ['detail', 'x'], to: ['source'] }, undefined],
  [
    'names another key as well',
    { either: ['detail', 'x', 'y'], or: 'z' },
    { source: ['a'], detail: { x: { $or: [{ y: [1] }, { z: [1] }] }, $or: [{ b: [2] }, { c: [3] }] } },
  ],
  ['names no other key beside another choice', { either: ['detail', 'x'], or: 'z' }, undefined],
  ['removes', { remove: ['detail'] }, { source: ['a'] }],
])('an edit %s', (_, edit, after) => {
  expect(applyEdit(pattern, edit)).toEqual(after);
});

test('lines name the topmost place that goes, and the topmost that is new', () => {
  expect(describeChange('rule', { a: { b: { c: [1] } }, d: [2] }, { d: [2], e: { f: [3] } })).toEqual([
    'rule.a: remove it',
    'rule.e: write {"f":[3]}',
  ]);
});

test('operators are written whole, branches by themselves', () => {
  const before = { a: [{ numeric: ['>', 5] }], $or: [{ b: [1] }, { c: [1] }] };
  const after = { a: [{ numeric: ['>', 6] }], $or: [{ b: [1] }, { c: [2] }] };
  expect(describeChange('rule', before, after)).toEqual([
    'rule.a: write [{"numeric":[">",6]}]',
    'rule["$or"][1].c: write [2]',
  ]);
});
