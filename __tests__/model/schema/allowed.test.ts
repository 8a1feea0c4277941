import { allowOneMember, findAllowed, listKeys, writeAllowed } from '../../../model/schema/allowed.ts';

describe('writeAllowed and findAllowed', () => {
  it('are inverse, for any words', () => {
    const said = { allowed: 'one of [a, b]\nor "c" [envelope]', fact: 'fieldValue', words: ['a', 'b', 'c'] } as const;
    expect(writeAllowed({ allowed: 'a text', fact: 'envelope' })).toBe('must be a text [envelope]');
    expect(findAllowed(writeAllowed(said))).toBe(said);
  });

  it('ignore other messages that look similar', () => {
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
])('of a union of a or b, %j is intended for branch %d', (value, branch) => {
  expect(allowOneMember(['a', 'b']).branchMeant?.(value)).toBe(branch);
});

test.each<[unknown, readonly string[]]>([
  [{ a: 1, b: 2 }, ['a', 'b']],
  [[1], []],
  [null, []],
  ['text', []],
])('the keys of %j are %j', (value, keys) => {
  expect(listKeys(value)).toEqual(keys);
});
