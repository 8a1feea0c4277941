import type { Dialect } from '../../model/event/dialect.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';

/** Whether the events of a type have only the id of the case in a dialect. */
export function hasOnlyCaseId(type: EventType, dialect: Dialect): boolean {
  return type === 'CASE.DELETED' && dialect.deletedCase === 'caseId only';
}
