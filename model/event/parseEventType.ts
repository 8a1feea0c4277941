import {
  type CaseEventType,
  caseEventTypes,
  type EventType,
  eventTypes,
  isRelatedItemEventType,
  relatedItemEventTypes,
} from '../facts/eventTypes.ts';
import type { CaseEvent, CasesEvent, RelatedItemEvent } from './casesEvent.ts';

/** Every spelling of an event type on the wire, in any reading of the open questions. */
export const eventTypeSpellings: readonly string[] = [
  ...eventTypes,
  ...relatedItemEventTypes.map((type) => `CASE.${type}`),
];

/** The spellings of an event type on the wire: that without a prefix first. */
export function listEventTypeSpellings(type: EventType): string[] {
  return isRelatedItemEventType(type) ? [type, `CASE.${type}`] : [type];
}

/** The logical type of a spelling, or undefined for any other value. */
export function parseEventType(spelling: unknown): EventType | undefined {
  return eventTypes.find((type) => spelling === type || (isRelatedItemEventType(type) && spelling === `CASE.${type}`));
}

/** Whether an event is about a case itself. */
export function isCaseEvent(event: CasesEvent): event is CaseEvent {
  return caseEventTypes.includes(event.detail.eventType as CaseEventType);
}

/** Whether an event is about a related item. */
export function isRelatedItemEvent(event: CasesEvent): event is RelatedItemEvent {
  return !isCaseEvent(event);
}
