import type { Dialect } from '../../model/event/dialect.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';

/** Whether a dialect leaves nothing of the case but its id. */
export function hasOnlyCaseId(type: EventType, dialect: Dialect): boolean {
  return type === 'CASE.DELETED' && dialect.deletedCase === 'caseId only';
}
