import {
  type CaseEventType,
  caseEventTypes,
  type EventType,
  eventTypes,
  isRelatedItemEventType,
  relatedItemEventTypes,
} from '../facts/eventTypes.ts';
import type { CaseEvent, CasesEvent, RelatedItemEvent } from './casesEvent.ts';

/** Every way to write an event type on the wire, in any reading of what AWS leaves open. */
export const eventTypeSpellings: readonly string[] = [
  ...eventTypes,
  ...relatedItemEventTypes.map((type) => `CASE.${type}`),
];

/** The logical type that `detail.eventType` spells, or undefined when it spells none. */
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
