/** The event types of a case, by their logical names. */
export const caseEventTypes = ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] as const;

/** The event types of a related item, by their logical names. */
export const relatedItemEventTypes = ['RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'] as const;

/** All six logical event types. */
export const eventTypes = [...caseEventTypes, ...relatedItemEventTypes] as const;

/** The logical type of a case event. */
export type CaseEventType = (typeof caseEventTypes)[number];

/** The logical type of a related-item event. */
export type RelatedItemEventType = (typeof relatedItemEventTypes)[number];

/** A logical event type. The dialect decides its spelling on the wire. */
export type EventType = CaseEventType | RelatedItemEventType;

/**
 * The spelling of each logical type in `detail.eventType` on AWS's events page of 2022 to 2024. Only the deletion of a
 * related item has the prefix `CASE.` (the fact `eventTypes`).
 */
export const documentedSpelling = {
  'CASE.CREATED': 'CASE.CREATED',
  'CASE.UPDATED': 'CASE.UPDATED',
  'CASE.DELETED': 'CASE.DELETED',
  'RELATED_ITEM.CREATED': 'RELATED_ITEM.CREATED',
  'RELATED_ITEM.UPDATED': 'RELATED_ITEM.UPDATED',
  'RELATED_ITEM.DELETED': 'CASE.RELATED_ITEM.DELETED',
} as const satisfies Record<EventType, string>;

/** Whether a logical event type is about a related item. */
export function isRelatedItemEventType(type: EventType): type is RelatedItemEventType {
  return type.startsWith('RELATED_ITEM.');
}
