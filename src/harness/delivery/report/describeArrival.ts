import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { parseEventType } from '../../../../model/event/parseEventType.ts';
import { listFirst } from '../../../../model/values/show/listFirst.ts';
import { readCaseId } from '../faults/afterDeletion.ts';
import type { Arrival } from '../faults/arrivals.ts';
import { describedFaults } from '../faults/describedFaults.ts';
import type { Fault } from '../faults/faults.ts';
import { makePoison } from '../faults/poison.ts';
import type { Brought } from '../play/playedDelivery.ts';

/** The delivery of an arrival. */
interface Among {
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly domain: Domain;
}

/** An arrival in words. */
export function describeArrival(arrival: Arrival, { history, faults, domain }: Among): string {
  if ('poison' in arrival) return makePoison(arrival, domain).words;
  const event = history[arrival.event] as CasesEvent;
  const cases = [...new Set(history.map(readCaseId))];
  const which = cases.length === 1 ? '' : ` of case ${cases.indexOf(readCaseId(event)) + 1}`;
  const notes = faults
    .filter((fault) => fault.event === event.id)
    .map(({ kind }) => describedFaults[kind].note)
    .filter((note) => note !== '');
  const note = notes.length === 0 ? '' : ` (${[...new Set(notes)].join(', ')})`;
  const type = parseEventType(event.detail.eventType) ?? event.detail.eventType;
  return `${type}${which}, changed ${event.detail.approximateChangeTime}${note}`;
}

/** The content of a call in words. */
export function describeContent({ history, arrivals, domain }: Brought): string {
  return listFirst(arrivals, 2, (arrival) => describeArrival(arrival, { history, faults: [], domain })).join('; ');
}
