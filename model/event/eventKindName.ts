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
  /** The related item type, known or unknown. */
  readonly itemType: string;
}

/** The name of an event kind: the event type and, for related items, the item type. */
export type EventKindName = CaseKindName | RelatedItemKindName;

/** The names of an event type's kinds: one for each item type, or a single one for a case event type. */
export function nameEventKinds(type: EventType, itemTypes: readonly string[]): EventKindName[] {
  return isRelatedItemEventType(type) ? itemTypes.map((itemType) => ({ type, itemType })) : [{ type }];
}
