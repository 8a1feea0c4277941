import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { parseEventType } from '../../../../model/event/parseEventType.ts';
import { listArrivals, listEvents } from './arrivals.ts';
import type { Fault } from './faults.ts';

/** The ids of the cases with an older event after their deletion. */
export function listCasesAfterDeletion(history: readonly CasesEvent[], faults: readonly Fault[]): string[] {
  const arrived = listEvents(listArrivals(history, faults));
  const deletions = arrived.filter((event) => isDeletion(history[event] as CasesEvent));
  const late = deletions.filter((deletion) =>
    arrived
      .slice(arrived.indexOf(deletion) + 1)
      .some((event) => event < deletion && readCaseId(history[event]) === readCaseId(history[deletion])),
  );
  return [...new Set(late.map((deletion) => readCaseId(history[deletion])))];
}

/** Whether an event deletes a case. */
export function isDeletion({ detail }: CasesEvent): boolean {
  return parseEventType(detail.eventType) === 'CASE.DELETED';
}

/** The id of an event's case. */
export function readCaseId(event: CasesEvent | undefined): string {
  const { detail } = event as CasesEvent;
  return 'case' in detail ? detail.case.caseId : detail.relatedItem.caseId;
}
