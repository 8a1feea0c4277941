import { defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { listPlayedItemTypes } from '../../../model/event/listPlayedItemTypes.ts';
import { relatedItemTypes, updatableItemTypes } from '../../../model/facts/relatedItemTypes.ts';

test('updates are played for item types that the API can update, or for all if the dialect says so', () => {
  expect(listPlayedItemTypes('RELATED_ITEM.UPDATED', defaultDialect)).toEqual(updatableItemTypes);
  expect(listPlayedItemTypes('RELATED_ITEM.UPDATED', resolveDialect({ updatedItemTypes: 'all' }))).toEqual(
    relatedItemTypes,
  );
});

test('items of every type are created and deleted', () => {
  for (const type of ['RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED'] as const)
    expect(listPlayedItemTypes(type, defaultDialect)).toEqual(relatedItemTypes);
});
