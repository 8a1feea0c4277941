import * as z from 'zod';
import { type Allowed, allowOneMember, findAllowed, listKeys, writeAllowed } from '../../../model/schema/allowed.ts';

/** What the schema allows at the first issue of a value. */
function findFirst(schema: z.ZodType, value: unknown): Allowed | undefined {
  const { issues } = schema._zod.run({ value, issues: [] }, { async: false }) as z.core.ParsePayload;
  return findAllowed(issues[0] as z.core.$ZodRawIssue);
}

describe('writeAllowed and findAllowed', () => {
  const word = { allowed: 'one of [a, b]\nor "c" [envelope]', fact: 'fieldValue', words: ['a', 'b', 'c'] } as const;

  it('write the allowed values and the fact as the message of a schema', () => {
    const { error } = z.string(writeAllowed({ allowed: 'a text', fact: 'envelope' })).safeParse(1);
    expect(error?.issues[0]?.message).toBe('must be a text [envelope]');
  });

  it('find for an issue what its schema or its check allows', () => {
    const least = { allowed: 'a long text', fact: 'envelope' } as const;
    const schema = z.string(writeAllowed(word)).min(2, writeAllowed(least));
    expect(findFirst(schema, 1)).toBe(word);
    expect(findFirst(schema, 'a')).toBe(least);
  });

  it('keep apart two schemas with the same message', () => {
    const other = { ...word, words: ['d'] };
    const schemas = [z.literal(['a', 'b'], writeAllowed(word)), z.literal('d', writeAllowed(other))] as const;
    expect(schemas.map((schema) => findFirst(schema, 1))).toEqual([word, other]);
  });

  it('find nothing for other schemas, whatever their message', () => {
    expect(findFirst(z.string(), 1)).toBeUndefined();
    expect(findFirst(z.string('must be a text [envelope]'), 1)).toBeUndefined();
    expect(findAllowed({ code: 'custom', input: 1 })).toBeUndefined();
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
