import { hasItemContent } from '../../model/event/dialect.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { limits } from '../../model/facts/limits.ts';
import { unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import type { SeededRandom } from '../../model/values/seededRandom.ts';
import { makeSamplePlan, type Plan, type SizeTarget, setFullVariation, setVariation } from '../plan/plan.ts';
import { growsWithDomain, makeLargestTarget, measureRange } from '../size/sizeRange.ts';
import { textKinds } from '../values/textPool.ts';
import type { PlannedClass } from '../variations/coverageItems.ts';
import { carriesFields, type EventKind } from '../variations/eventKind.ts';

/** A variation and its point, by their indices. */
export interface PlacedVariation {
  readonly point: number;
  readonly variation: number;
}

/** One `open` event in 8 has fields added to the domain. */
const GROWN = 8;

/** The most edges, or additions, in one event. */
export const EDGES_AT_ONCE = 3;

/** A random plan of a class; `ceiling` is the largest entry size of the class `limit`. */
export function drawPlan(kind: EventKind, eventClass: EventClass, random: SeededRandom, ceiling: number): Plan {
  switch (eventClass) {
    case 'typical':
      return drawTypical(kind, random);
    case 'sparse':
      return drawSparse(kind, random);
    case 'open':
      if (random.below(GROWN) === 0 && canPad(kind) && growsWithDomain(kind)) return drawGrown(kind, random, ceiling);
      return drawSome(kind, eventClass, random, 1 + random.below(EDGES_AT_ONCE));
    case 'edge':
      return drawSome(kind, eventClass, random, 1 + random.below(EDGES_AT_ONCE));
    case 'limit':
      return canPad(kind) ? drawLargest(kind, random, ceiling) : drawSome(kind, 'limit', random, 1);
    default:
      return makeSamplePlan(kind);
  }
}

/** Whether an event kind has events of a class. */
export function hasClass(kind: EventKind, eventClass: EventClass): boolean {
  if (kind.itemType === unknownItemType) return eventClass === 'open';
  if (eventClass === 'sample' || eventClass === 'typical') return true;
  return listPlacedVariations(kind, eventClass as PlannedClass).length > 0 || (eventClass === 'limit' && canPad(kind));
}

/** Whether the events of a kind can be padded to a size: only events with fields can. */
export function canPad(kind: EventKind): boolean {
  return carriesFields(kind) || (kind.itemType === 'Custom' && hasItemContent(kind.type, kind.domain, kind.dialect));
}

function drawTypical(kind: EventKind, random: SeededRandom): Plan {
  const plan = makeSamplePlan(kind);
  for (const places of groupTypicalByPoint(kind)) {
    const { point, variation } = random.pick(places);
    setVariation(plan, point, variation, random.next());
  }
  return plan;
}

function drawSparse(kind: EventKind, random: SeededRandom): Plan {
  const choice = random.below(6);
  if (choice === 0) return removeOptional(drawTypical(kind, random));
  const plan = choice === 1 ? makeSamplePlan(kind) : drawTypical(kind, random);
  setSome(plan, 'sparse', random, 1 + random.below(4));
  return plan;
}

function drawSome(kind: EventKind, eventClass: PlannedClass, random: SeededRandom, count: number): Plan {
  const plan = drawTypical(kind, random);
  setSome(plan, eventClass, random, count);
  return plan;
}

function setSome(plan: Plan, eventClass: PlannedClass, random: SeededRandom, count: number): void {
  const places = listPlacedVariations(plan.kind, eventClass);
  for (let index = 0; index < count && places.length > 0; index++) {
    const { point, variation } = random.pick(places);
    // Half of the sizes are the largest ones, because these are the edges.
    if (random.below(2) === 0) setFullVariation(plan, point, variation);
    else setVariation(plan, point, variation, random.next());
  }
}

/** One of the largest events of the domain as configured. */
function drawLargest(kind: EventKind, random: SeededRandom, ceiling: number): Plan {
  const plan = drawTypical(kind, random);
  if (random.below(4) === 0) setLongIdentifiers(plan);
  return { ...plan, sizeTarget: makeLargestTarget(plan, random.pick(textKinds), ceiling, random.below(2)) };
}

/** An event of the ceiling's size, after fields were added to the domain. */
function drawGrown(kind: EventKind, random: SeededRandom, ceiling: number): Plan {
  const { least, most } = measureRange(kind);
  const sizeTarget: SizeTarget = {
    bytes: Math.max(least, Math.min(most, ceiling - random.below(2))),
    isExact: false,
    textKind: random.pick(textKinds),
    fields: random.below(2) === 0 ? 0 : random.below(limits.includedFields),
  };
  const plan = drawTypical(kind, random);
  if (random.below(4) === 0) setLongIdentifiers(plan);
  return { ...plan, sizeTarget };
}

/** Removes everything optional, so that only metadata is left. */
export function removeOptional(plan: Plan): Plan {
  plan.kind.points.forEach(({ variations }, point) => {
    const absent = variations.findIndex((variation) => variation.absent === true);
    if (absent >= 0) setFullVariation(plan, point, absent);
  });
  return plan;
}

/** Makes every identifier as long as possible. */
export function setLongIdentifiers(plan: Plan): void {
  for (const { point, variation } of listPlacedVariations(plan.kind, 'edge')) {
    if (plan.kind.points[point]?.variations[variation]?.coverageItem === 'longestIdentifier')
      setFullVariation(plan, point, variation);
  }
}

/** The variations of an event kind in a class. */
export function listPlacedVariations(kind: EventKind, eventClass: PlannedClass): readonly PlacedVariation[] {
  return groupByClass(kind).get(eventClass) ?? [];
}

const groupByClass = oncePer((kind: EventKind): ReadonlyMap<PlannedClass, readonly PlacedVariation[]> => {
  const groups = new Map<PlannedClass, PlacedVariation[]>();
  for (const [point, { variations }] of kind.points.entries()) {
    for (const [variation, { class: eventClass }] of variations.entries()) {
      const group = groups.get(eventClass) ?? [];
      groups.set(eventClass, group);
      group.push({ point, variation });
    }
  }
  return groups;
});

/** The typical variations of an event kind, point by point. */
const groupTypicalByPoint = oncePer((kind: EventKind): readonly (readonly PlacedVariation[])[] => {
  const places = listPlacedVariations(kind, 'typical');
  return [...new Set(places.map(({ point }) => point))].map((point) => places.filter((place) => place.point === point));
});
