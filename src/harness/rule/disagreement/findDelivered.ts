import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { type Dialect, defaultDialect } from '../../../../model/event/dialect.ts';
import { listReadings } from '../../../../model/event/listReadings.ts';
import type { Rule } from '../../../../model/rule/rule.ts';
import { draw } from '../../run/draw.ts';
import { decidesAlone } from './decidesAlone.ts';

/** The parts of a contract that determine its events. */
export type Row = Pick<Contract, 'eventType' | 'itemTypes' | 'otherItemTypes' | 'domain'>;

/**
 * The event of a row that a rule delivers and that is closest to the sample, in the first reading that has one. It is
 * undefined if the pattern excludes all, or if a search finds none.
 */
export function findDelivered(row: Row, rule: Rule): PlannedEvent | undefined {
  for (const dialect of listReadings()) {
    const found = findClosest(row, rule, dialect);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The event of a row closest to the sample that a rule delivers in a dialect. */
export function findClosest(
  { eventType, itemTypes, otherItemTypes, domain }: Row,
  rule: Rule,
  dialect: Dialect,
): PlannedEvent | undefined {
  const types = [...itemTypes, ...(dialect.updatedItemTypes === 'all' ? otherItemTypes : [])];
  const all = contractSpace({ eventType, itemTypes: types, domain }, dialect);
  const space = contractSpace({ eventType, itemTypes: types, domain, rule }, dialect);
  const [closest] = sortByCloseness(space.samples());
  if (closest !== undefined) return closest;
  if (dialect !== defaultDialect || all.samples().every((sample) => decidesAlone(rule, sample.event())))
    return undefined;
  // What no change of the sample meets, an event of the usual ones may meet all the same.
  const others = [...all.cases([]), ...draw(() => all.arbitrary(), { seed: 0, runs: SEARCHED })];
  const found = others.find((planned) => rule.matches(planned.event()));
  return found && shrinkDelivered(found, rule);
}

/** An event of a row that a rule delivers, and that nothing behind it drops. A search among the usual ones finds it. */
export function findComing(row: Row, rule: Rule, drops: (event: object) => boolean): PlannedEvent | undefined {
  const { eventType, itemTypes, domain } = row;
  for (const dialect of listReadings()) {
    const space = contractSpace({ eventType, itemTypes, domain, rule }, dialect);
    if (space.isEmpty) continue;
    const random = draw(() => space.arbitrary(), { seed: 0, runs: SEARCHED });
    const found = [...space.samples(), ...space.cases([]), ...random].find((planned) => !drops(planned.event()));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How many random events are searched for one that a rule delivers. */
const SEARCHED = 50;

/** Events in the order of their differences from the sample. */
export function sortByCloseness(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return plannedEvents.toSorted((one, other) => one.differences().length - other.differences().length);
}

function shrinkDelivered(planned: PlannedEvent, rule: Rule): PlannedEvent {
  for (const smaller of planned.shrinks()) {
    if (rule.matches(smaller.event())) return shrinkDelivered(smaller, rule);
  }
  return planned;
}
