import { identifierSchema, patternSchema, textSchema, wordSchema } from '../../../model/schema/textSchema.ts';

describe('the schemas of texts', () => {
  const message = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
    result.error?.issues[0]?.message;

  it('count characters, not UTF-16 units', () => {
    const schema = textSchema(1, 3, 'commentBody');
    expect(schema.safeParse('𝒳𝒳𝒳').success).toBe(true);
    expect(message(schema.safeParse('𝒳𝒳𝒳𝒳'))).toBe('must be a text of 1 to 3 characters [commentBody]');
    expect(message(schema.safeParse(''))).toBe('must be a text of 1 to 3 characters [commentBody]');
    expect(message(schema.safeParse(7))).toBe('must be a text of 1 to 3 characters [commentBody]');
  });

  it('accept any identifier of 1 to 500 characters', () => {
    expect(identifierSchema().safeParse('not a UUID, 金').success).toBe(true);
    expect(message(identifierSchema('caseObject').safeParse('x'.repeat(501)))).toBe(
      'must be a text of 1 to 500 characters [caseObject]',
    );
  });

  it('accept words that are not empty, and texts that match a pattern', () => {
    expect(message(wordSchema('envelope').safeParse(''))).toBe('must be a text that is not empty [envelope]');
    expect(message(patternSchema(/^a$/, 'the letter a', 'envelope').safeParse('b'))).toBe(
      'must be the letter a [envelope]',
    );
  });
});
