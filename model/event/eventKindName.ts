import {
  type CaseEventType,
  type EventType,
  isRelatedItemEventType,
  type RelatedItemEventType,
} from '../facts/eventTypes.ts';

/** The name of a kind of case events. */
export interface CaseKindName {
  readonly type: CaseEventType;
  readonly itemType?: undefined;
}

/** The name of a kind of related-item events. */
export interface RelatedItemKindName {
  readonly type: RelatedItemEventType;
  /** The related item type, also one that AWS does not have today. */
  readonly itemType: string;
}

/** The name of a kind of events: their type and, of related items, the type of the item. */
export type EventKindName = CaseKindName | RelatedItemKindName;

/** The names of the kinds of an event type: one for each item type, or the one of a case event type. */
export function nameEventKinds(type: EventType, itemTypes: readonly string[]): EventKindName[] {
  return isRelatedItemEventType(type) ? itemTypes.map((itemType) => ({ type, itemType })) : [{ type }];
}
