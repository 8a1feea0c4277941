import { hasItemContent } from '../../model/event/dialect.ts';
import { limits } from '../../model/facts/limits.ts';
import { itemTypeOfTomorrow } from '../../model/facts/relatedItemTypes.ts';
import { type Fill, type Plan, samplePlan, setSlot, setSlotFully } from '../plan/plan.ts';
import { growsWithDomain, largestFill, reachOf } from '../size/fill.ts';
import type { Draws } from '../values/draws.ts';
import { textKinds } from '../values/textPool.ts';
import type { EventClass, PlannedClass } from '../variations/classes.ts';
import { carriesFields, type Shape } from '../variations/shape.ts';

/** A variation of a slot, by their numbers. */
export interface Place {
  readonly slot: number;
  readonly variation: number;
}

/** One novelty in so many is a domain to which fields were added. */
const GROWN = 8;

/** How many edges, or novelties, an event has at most. */
export const EDGES_AT_ONCE = 3;

/** A random plan of a class; `ceiling` is the entry size that the class `limit` goes up to. */
export function drawPlan(shape: Shape, eventClass: EventClass, draws: Draws, ceiling: number): Plan {
  switch (eventClass) {
    case 'typical':
      return drawTypical(shape, draws);
    case 'sparse':
      return drawSparse(shape, draws);
    case 'open':
      if (draws.below(GROWN) === 0 && canFill(shape) && growsWithDomain(shape)) return drawGrown(shape, draws, ceiling);
      return drawSome(shape, eventClass, draws, 1 + draws.below(EDGES_AT_ONCE));
    case 'edge':
      return drawSome(shape, eventClass, draws, 1 + draws.below(EDGES_AT_ONCE));
    case 'limit':
      return canFill(shape) ? drawLargest(shape, draws, ceiling) : drawSome(shape, 'limit', draws, 1);
    default:
      return samplePlan(shape);
  }
}

/** Whether a shape has events of a class at all. */
export function hasClass(shape: Shape, eventClass: EventClass): boolean {
  if (shape.itemType === itemTypeOfTomorrow) return eventClass === 'open';
  if (eventClass === 'sample' || eventClass === 'typical') return true;
  return placesOf(shape, eventClass as PlannedClass).length > 0 || (eventClass === 'limit' && canFill(shape));
}

/** Whether the events of a shape can be filled up to a size: those with fields can. */
export function canFill(shape: Shape): boolean {
  return (
    carriesFields(shape) || (shape.itemType === 'Custom' && hasItemContent(shape.type, shape.domain, shape.dialect))
  );
}

function drawTypical(shape: Shape, draws: Draws): Plan {
  const plan = samplePlan(shape);
  for (const places of typicalPlaces(shape)) {
    const { slot, variation } = draws.pick(places);
    setSlot(plan, slot, variation, draws.next());
  }
  return plan;
}

function drawSparse(shape: Shape, draws: Draws): Plan {
  const kind = draws.below(6);
  if (kind === 0) return everythingAbsent(drawTypical(shape, draws));
  const plan = kind === 1 ? samplePlan(shape) : drawTypical(shape, draws);
  setSome(plan, 'sparse', draws, 1 + draws.below(4));
  return plan;
}

function drawSome(shape: Shape, eventClass: PlannedClass, draws: Draws, count: number): Plan {
  const plan = drawTypical(shape, draws);
  setSome(plan, eventClass, draws, count);
  return plan;
}

function setSome(plan: Plan, eventClass: PlannedClass, draws: Draws, count: number): void {
  const places = placesOf(plan.shape, eventClass);
  for (let index = 0; index < count && places.length > 0; index++) {
    const { slot, variation } = draws.pick(places);
    // Half of the sizes are the largest: edges lie at the end.
    if (draws.below(2) === 0) setSlotFully(plan, slot, variation);
    else setSlot(plan, slot, variation, draws.next());
  }
}

/** One of the largest events of the domain as it is configured. */
function drawLargest(shape: Shape, draws: Draws, ceiling: number): Plan {
  const plan = drawTypical(shape, draws);
  if (draws.below(4) === 0) setLongIdentifiers(plan);
  return { ...plan, fill: largestFill(plan, draws.pick(textKinds), ceiling, draws.below(2)) };
}

/** An event of the domain with fields added to it, at the ceiling. */
function drawGrown(shape: Shape, draws: Draws, ceiling: number): Plan {
  const { least, most } = reachOf(shape);
  const fill: Fill = {
    bytes: Math.max(least, Math.min(most, ceiling - draws.below(2))),
    pinned: false,
    kind: draws.pick(textKinds),
    fields: draws.below(2) === 0 ? 0 : draws.below(limits.includedFields),
  };
  const plan = drawTypical(shape, draws);
  if (draws.below(4) === 0) setLongIdentifiers(plan);
  return { ...plan, fill };
}

/** Takes away everything optional at once: metadata only. */
export function everythingAbsent(plan: Plan): Plan {
  plan.shape.slots.forEach(({ variations }, slot) => {
    const absent = variations.findIndex((variation) => variation.absent === true);
    if (absent >= 0) setSlotFully(plan, slot, absent);
  });
  return plan;
}

/** Makes every identifier as long as it can be. */
export function setLongIdentifiers(plan: Plan): void {
  for (const { slot, variation } of placesOf(plan.shape, 'edge')) {
    if (plan.shape.slots[slot]?.variations[variation]?.bullet === 'longest identifier')
      setSlotFully(plan, slot, variation);
  }
}

const placesOfShapes = new WeakMap<Shape, Map<PlannedClass, readonly Place[]>>();

/** Where the events of a shape can differ from the sample in a class. */
export function placesOf(shape: Shape, eventClass: PlannedClass): readonly Place[] {
  let ofShape = placesOfShapes.get(shape);
  if (ofShape === undefined) {
    ofShape = new Map();
    placesOfShapes.set(shape, ofShape);
  }
  let places = ofShape.get(eventClass);
  if (places === undefined) {
    places = shape.slots.flatMap(({ variations }, slot) =>
      variations.flatMap((variation, number) => (variation.class === eventClass ? [{ slot, variation: number }] : [])),
    );
    ofShape.set(eventClass, places);
  }
  return places;
}

const typicalPlacesOfShapes = new WeakMap<Shape, readonly (readonly Place[])[]>();

/** The typical variations of a shape, slot by slot. */
function typicalPlaces(shape: Shape): readonly (readonly Place[])[] {
  let slots = typicalPlacesOfShapes.get(shape);
  if (slots === undefined) {
    const places = placesOf(shape, 'typical');
    slots = [...new Set(places.map(({ slot }) => slot))].map((slot) => places.filter((place) => place.slot === slot));
    typicalPlacesOfShapes.set(shape, slots);
  }
  return slots;
}
