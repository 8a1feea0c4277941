import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { logicalTypeOf } from '../../../model/event/logicalType.ts';
import { arrivalsOf, type Fault } from './faults.ts';

/** The ids of the cases of which an older event arrives after their deletion. */
export function casesAfterDeletion(history: readonly CasesEvent[], faults: readonly Fault[]): string[] {
  const arrived = arrivalsOf(history, faults).flatMap((arrival) => ('event' in arrival ? [arrival.event] : []));
  const deletions = arrived.filter((event) => isDeletion(history[event] as CasesEvent));
  const late = deletions.filter((deletion) =>
    arrived
      .slice(arrived.indexOf(deletion) + 1)
      .some((event) => event < deletion && caseOf(history[event]) === caseOf(history[deletion])),
  );
  return [...new Set(late.map((deletion) => caseOf(history[deletion])))];
}

/** Whether a case is deleted by an event. */
export function isDeletion({ detail }: CasesEvent): boolean {
  return logicalTypeOf(detail.eventType) === 'CASE.DELETED';
}

/** The id of the case that an event is about. */
export function caseOf(event: CasesEvent | undefined): string {
  const { detail } = event as CasesEvent;
  return 'case' in detail ? detail.case.caseId : detail.relatedItem.caseId;
}
