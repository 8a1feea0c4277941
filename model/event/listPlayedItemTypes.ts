import type { EventType } from '../facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes, updatableItemTypes } from '../facts/relatedItemTypes.ts';
import type { Dialect } from './dialect.ts';

/** The related item types that events of a type have in a dialect. */
export function listPlayedItemTypes(type: EventType, dialect: Dialect): readonly RelatedItemType[] {
  return type === 'RELATED_ITEM.UPDATED' && dialect.updatedItemTypes !== 'all' ? updatableItemTypes : relatedItemTypes;
}
