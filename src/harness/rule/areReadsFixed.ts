import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { valueAt } from '../../../model/values/eventPath.ts';

/**
 * Whether all events that a rule delivers have the same values at the paths of a row, such as one status. Then nothing
 * that comes out of a handler can differ from event to event.
 */
export function areReadsFixed({ rule, reads }: Contract, plannedEvents: readonly PlannedEvent[]): boolean {
  if (rule === undefined) return false;
  const read = (planned: PlannedEvent): string => {
    const event = planned.event();
    return JSON.stringify(reads.map(({ segments }) => valueAt(event, segments)));
  };
  const [first, ...others] = plannedEvents;
  const values = first && read(first);
  return others.every((planned) => read(planned) === values);
}
