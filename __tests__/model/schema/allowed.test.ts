import { findAllowed, listKeys, oneMember, writeAllowed } from '../../../model/schema/allowed.ts';

describe('writeAllowed and findAllowed', () => {
  it('undo each other, whatever the words look like', () => {
    const said = { allowed: 'one of [a, b]\nor "c" [envelope]', fact: 'fieldValue', words: ['a', 'b', 'c'] } as const;
    expect(writeAllowed({ allowed: 'a text', fact: 'envelope' })).toBe('must be a text [envelope]');
    expect(findAllowed(writeAllowed(said))).toBe(said);
  });

  it('know no message of another origin, though it looks like one', () => {
    expect(findAllowed('Invalid input: expected string')).toBeUndefined();
    expect(findAllowed('must be what nobody wrote [envelope]')).toBeUndefined();
  });
});

test.each<[unknown, number]>([
  [{ b: 1 }, 1],
  [{ c: 1 }, -1],
  [{ a: 1, b: 1 }, -1],
  [{}, -1],
  [['b'], -1],
  ['b', -1],
])('of a union of a or b, %j is meant for the branch %d', (value, branch) => {
  expect(oneMember(['a', 'b']).branchMeant?.(value)).toBe(branch);
});

test.each<[unknown, readonly string[]]>([
  [{ a: 1, b: 2 }, ['a', 'b']],
  [[1], []],
  [null, []],
  ['text', []],
])('the keys of %j are %j', (value, keys) => {
  expect(listKeys(value)).toEqual(keys);
});
