import type { Dialect } from '../../model/event/dialect.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes, updatableItemTypes } from '../../model/facts/relatedItemTypes.ts';

/** The related item types that events of a type have in a dialect. */
export function playedItemTypes(type: EventType, dialect: Dialect): readonly RelatedItemType[] {
  return type === 'RELATED_ITEM.UPDATED' && dialect.updatedItemTypes !== 'all' ? updatableItemTypes : relatedItemTypes;
}
