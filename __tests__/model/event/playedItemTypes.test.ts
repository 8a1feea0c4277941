import { defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { playedItemTypes } from '../../../model/event/playedItemTypes.ts';
import { relatedItemTypes, updatableItemTypes } from '../../../model/facts/relatedItemTypes.ts';

test('updates are played for the item types that the API can update, unless the dialect says that all are', () => {
  expect(playedItemTypes('RELATED_ITEM.UPDATED', defaultDialect)).toEqual(updatableItemTypes);
  expect(playedItemTypes('RELATED_ITEM.UPDATED', resolveDialect({ updatedItemTypes: 'all' }))).toEqual(
    relatedItemTypes,
  );
});

test('items of every type are created and deleted', () => {
  for (const type of ['RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED'] as const)
    expect(playedItemTypes(type, defaultDialect)).toEqual(relatedItemTypes);
});
