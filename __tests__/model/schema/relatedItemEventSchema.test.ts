import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { makeRelatedItemEventSchema } from '../../../model/schema/relatedItemEventSchema.ts';
import { relatedItemSchema } from '../../../model/schema/relatedItemSchema.ts';
import { changed } from '../event/changed.ts';

describe('makeRelatedItemEventSchema', () => {
  const schema = makeRelatedItemEventSchema('RELATED_ITEM.DELETED', relatedItemSchema('RELATED_ITEM.DELETED'));
  const deleted = makeSample('RELATED_ITEM.DELETED', exampleDomain);

  it('accepts its type with and without CASE.', () => {
    expect(deleted.detail.eventType).toBe('CASE.RELATED_ITEM.DELETED');
    expect(schema.safeParse(deleted).success).toBe(true);
    expect(schema.safeParse(changed(deleted, 'detail.eventType', 'RELATED_ITEM.DELETED')).success).toBe(true);
  });

  it('accepts an event without a list of changes', () => {
    expect(schema.safeParse(changed(deleted, 'detail.changedAttributes', undefined)).success).toBe(true);
  });

  it.each([
    ['detail.eventType', 'CASE.DELETED', 'must be "RELATED_ITEM.DELETED" or "CASE.RELATED_ITEM.DELETED" [eventTypes]'],
    ['detail.changedAttributes', 'comment.body', 'must be a list of attribute names [changedAttributes]'],
    ['detail.changedAttributes', [''], 'must be a text that is not empty [changedAttributes]'],
  ])('refuses another %s: %j', (path, value, message) => {
    expect(schema.safeParse(changed(deleted, path, value)).error?.issues[0]?.message).toBe(message);
  });
});
