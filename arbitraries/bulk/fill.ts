import { compose, type EventParts } from '../../src/event/compose.ts';
import { entrySize } from '../../src/event/entrySize.ts';
import { limits } from '../../src/facts/limits.ts';
import { carriesFields, type Shape } from '../shape.ts';

import { type Extras, extrasOf, type Filler, identifierFillers, textFillers } from './fillers.ts';
import { agree, baseParts, partsOf } from './parts.ts';
import type { Fill, Plan } from './plan.ts';
import { bytesPerCodePoint, type TextKind } from './textPool.ts';

/** The entry sizes that the events of a shape can have: every whole number between the two. */
export interface Reach {
  readonly least: number;
  readonly most: number;
}

/**
 * The parts of a plan, filled up to exactly `fill.bytes`: texts first, evenly, then identifiers for the rest.
 * The size is computed, not tried: every character of a text kind takes the same number of bytes.
 * @throws Error when the size is out of the shape's reach; callers check that first
 */
export function fillTo(plan: Plan, fill: Fill): EventParts {
  for (const parts of candidates(plan, fill.bytes)) {
    for (const kind of [fill.kind, 'escapes'] as const) if (filled(plan.shape, parts, { ...fill, kind })) return parts;
  }
  throw new Error(
    `A ${plan.shape.type} ${plan.shape.itemType} event of ${fill.bytes} bytes is out of reach; please report this.`,
  );
}

const reaches = new WeakMap<Shape, Reach>();

/** The entry sizes that a shape can reach, at most EventBridge's own ceiling. */
export function reachOf(shape: Shape): Reach {
  let reach = reaches.get(shape);
  if (reach === undefined) {
    reach = computeReach(shape);
    reaches.set(shape, reach);
  }
  return reach;
}

function computeReach(shape: Shape): Reach {
  const { extras } = capacityOf(shape, baseParts(shape));
  const most = Math.min(mostOf(shape, 'escapes'), limits.largestEntrySize);
  const growing = smallestThatGrows(shape);
  if (growing !== undefined) return { least: sizeOf(shape, growing), most };
  if (extras.most === 0) {
    const only = sizeOf(shape, reduced(shape, reductionsOf(shape)));
    return { least: only, most: only };
  }
  // Where nothing that is there can grow, the first added field does.
  return { least: sizeOf(shape, baseParts(shape)) + extras.overhead + extras.opening, most };
}

/** The largest entry size of a shape whose long texts are of one kind, whatever EventBridge takes. */
export function mostOf(shape: Shape, kind: TextKind): number {
  const whole = baseParts(shape);
  const capacity = capacityOf(shape, whole);
  return sizeOf(shape, whole) + roomFor(capacity, bytesPerCodePoint[kind], capacity.extras.most);
}

function smallestThatGrows(shape: Shape): EventParts | undefined {
  for (let index = reductionsOf(shape); index >= 0; index--) {
    const parts = reduced(shape, index);
    if (roomFor(capacityOf(shape, parts), 1, 0) > 0) return parts;
  }
  return undefined;
}

/** What in an event can take bytes. */
interface Capacity {
  readonly texts: readonly Filler[];
  readonly identifiers: readonly Filler[];
  readonly extras: Extras;
}

function capacityOf(shape: Shape, parts: EventParts): Capacity {
  const identifiers = identifierFillers(shape, parts);
  // Where all of them take two bytes a unit, a single byte might be left over: then the texts do it alone.
  const exact = identifiers.some(({ width, room }) => width === 1 && room > 0);
  // The texts with the least room come first: what they cannot take is shared by the others.
  const texts = textFillers(shape, parts).sort((a, b) => a.room - b.room);
  return { texts, identifiers: exact ? identifiers : [], extras: extrasOf(shape, parts) };
}

/** The bytes that a capacity can take with some fields added, in texts of a width. */
function roomFor({ texts, identifiers, extras }: Capacity, width: number, added: number): number {
  const characters = texts.reduce((sum, { room }) => sum + room, 0) + added * limits.fieldText;
  const spare = identifiers.length === 0 ? bytesPerCodePoint.escapes : 0;
  const ofIdentifiers = identifiers.reduce((sum, filler) => sum + filler.room * filler.width, 0);
  return Math.max(0, characters - spare) * width + ofIdentifiers + added * extras.overhead;
}

/** The parts to start from: the plan's own, else the sample's with no more of what is optional than the size allows. */
function* candidates(plan: Plan, bytes: number): Iterable<EventParts> {
  yield partsOf(plan);
  const { shape } = plan;
  const last = reductionsOf(shape);
  let low = 0;
  for (let high = last; low < high; ) {
    const middle = (low + high) >> 1;
    if (sizeOf(shape, reduced(shape, middle)) <= bytes) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index <= last; index++) yield reduced(shape, index);
}

/** How often something more can be taken away from the sample: its fields one by one, all that is optional, the user. */
function reductionsOf(shape: Shape): number {
  return (carriesFields(shape) ? Object.keys(baseParts(shape).fields ?? {}).length : 0) + 2;
}

/** The parts of the sample with less of what is optional, the smaller the higher the index. */
function reduced(shape: Shape, index: number): EventParts {
  const parts = baseParts(shape);
  const last = reductionsOf(shape);
  if (index === 0) return parts;
  if (index >= last - 1) {
    return { ...parts, fields: undefined, content: undefined, user: index === last ? undefined : parts.user };
  }
  return { ...parts, fields: Object.fromEntries(Object.entries(parts.fields ?? {}).slice(0, -index)) };
}

/** Fills the parts, or leaves them as they are and says that the size is out of their reach. */
function filled(shape: Shape, parts: EventParts, { bytes, kind, fields }: Fill): boolean {
  const missing = bytes - sizeOf(shape, parts);
  if (missing < 0) return false;
  const capacity = capacityOf(shape, parts);
  const { texts, identifiers, extras } = capacity;
  const count = countOfExtras(capacity, missing, bytesPerCodePoint[kind], fields);
  if (missing > roomFor(capacity, bytesPerCodePoint[kind], count)) return false;
  const left = missing - (count === 0 ? 0 : count * extras.overhead + extras.opening);
  if (left < 0) return false;
  spend(left, [...texts, ...extras.add(count)], identifiers, kind);
  agree(parts);
  return true;
}

/** As many added fields as were asked for, at least as many as the texts need, at most as many as the bytes allow. */
function countOfExtras(capacity: Capacity, missing: number, width: number, asked: number): number {
  const { extras, identifiers } = capacity;
  const toTexts = missing - (identifiers.length > 0 ? LEFT_TO_IDENTIFIERS : 0);
  const ofTexts = { ...capacity, identifiers: [] };
  const room = roomFor(ofTexts, width, 0);
  let needed = Math.max(0, Math.ceil((toTexts - room) / (extras.overhead + limits.fieldText * width)));
  if (toTexts > roomFor(ofTexts, width, needed)) needed++;
  const allowed = Math.max(0, Math.floor(toTexts / extras.overhead));
  return Math.min(extras.most, Math.max(needed, Math.min(asked, allowed)));
}

/** A remainder of up to this many bytes goes to identifiers, which mostly have room for some hundreds. */
const LEFT_TO_IDENTIFIERS = 100;

function spend(missing: number, texts: readonly Filler[], identifiers: readonly Filler[], kind: TextKind): void {
  const width = bytesPerCodePoint[kind];
  let left = missing;
  const used = texts.map((filler, index) => {
    const units = give(filler, filler.room, left / (texts.length - index), width, kind);
    left -= units * width;
    return units;
  });
  // What is less than one character of the kind is made up by ASCII, in a text that has room, else in an identifier.
  if (left < width) {
    for (const [index, filler] of texts.entries())
      left -= give(filler, filler.room - (used[index] as number), left, 1, 'ascii');
  }
  const last = identifiers.at(-1);
  for (const filler of last !== undefined && left <= last.room ? [last] : identifiers) {
    left -= give(filler, filler.room, left, filler.width, kind) * filler.width;
  }
  if (left !== 0) throw new Error(`${left} bytes were left over while filling an event; please report this.`);
}

/** Gives a filler as many units as fit its room and its share of the bytes, and says how many those were. */
function give(filler: Filler, room: number, share: number, width: number, kind: TextKind): number {
  const units = Math.max(0, Math.min(Math.floor(share / width), room));
  if (units > 0) filler.fill(units, kind);
  return units;
}

function sizeOf({ domain, dialect }: Shape, parts: EventParts): number {
  return entrySize(compose(domain, dialect, parts));
}
