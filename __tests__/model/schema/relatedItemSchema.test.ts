import { makeRelatedItemSchema, relatedItemSchema } from '../../../model/schema/relatedItemSchema.ts';

describe('relatedItemSchema', () => {
  const schema = relatedItemSchema('RELATED_ITEM.CREATED');
  const item = { relatedItemType: 'Comment', relatedItemId: 'r', caseId: 'c', createdDateTime: '2022-03-16T23:16:57Z' };
  const comment = { body: 'b' };

  it.each([
    [item],
    [{ ...item, comment }],
    [{ ...item, relatedItemType: 'comment', comment }],
    [{ ...item, relatedItemType: 'connect', connectCase: { caseId: 'c' } }],
    [{ ...item, relatedItemType: 'Survey', survey: { score: 5 } }],
    [{ ...item, comment, extra: null }],
  ])('accepts %j and keeps all of it', (value) => {
    expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each([
    [{ ...item, relatedItemType: '' }],
    [{ ...item, contact: { contactArn: 'a' } }],
    [{ ...item, comment, contact: { contactArn: 'a' } }],
    [{ ...item, relatedItemType: 'Survey', comment }],
    [{ ...item, comment: {} }],
    [{ ...item, createdDateTime: undefined }],
  ])('refuses %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  it('requires createdDateTime unless the item is deleted', () => {
    const { createdDateTime: _, ...left } = item;
    const accepts = (type: 'RELATED_ITEM.UPDATED' | 'RELATED_ITEM.DELETED') =>
      relatedItemSchema(type).safeParse(left).success;
    expect([accepts('RELATED_ITEM.UPDATED'), accepts('RELATED_ITEM.DELETED')]).toEqual([false, true]);
  });

  it('names the type of a content', () => {
    const { error } = makeRelatedItemSchema('RELATED_ITEM.CREATED', 'Comment').safeParse({ ...item, sla: {} });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'must be absent: it is the content of items whose relatedItemType is "Sla" or "sla" [contentMembers]',
    ]);
  });
});
