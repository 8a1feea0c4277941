import { compose, type EventParts } from '../../src/event/compose.ts';
import { entrySize } from '../../src/event/entrySize.ts';
import { limits } from '../../src/facts/limits.ts';
import type { Shape } from '../shape.ts';
import { agree, baseParts, partsOf } from './build.ts';
import { type Extras, extrasOf, type Filler, identifierFillers, textFillers } from './fillers.ts';
import type { Plan } from './plan.ts';
import { bytesPerCodePoint, type TextKind } from './textPool.ts';

/** How an event is brought to an exact entry size. */
export interface Fill {
  /** The entry size, in bytes. */
  readonly bytes: number;
  /** The size was asked for: it stays when the plan shrinks. */
  readonly pinned: boolean;
  readonly kind: TextKind;
  /** How many fields to add, where that many fit; as many as the size needs are added anyway. */
  readonly fields: number;
}

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
  for (const parts of candidates(plan)) {
    for (const kind of [fill.kind, 'escapes'] as const) if (filled(plan.shape, parts, { ...fill, kind })) return parts;
  }
  throw new Error(
    `A ${plan.shape.type} ${plan.shape.itemType} event of ${fill.bytes} bytes is out of reach; please report this.`,
  );
}

/** The entry sizes that a shape can reach, at most EventBridge's own ceiling. */
export function reachOf(shape: Shape): Reach {
  const all = [...reductions(shape)];
  const whole = all[0] as EventParts;
  const width = bytesPerCodePoint.escapes;
  const extras = extrasOf(shape, whole);
  const texts = textFillers(shape, whole).reduce((sum, { room }) => sum + room * width, 0);
  const identifiers = identifierFillers(shape, whole).reduce((sum, filler) => sum + filler.room * filler.width, 0);
  const most = sizeOf(shape, whole) + texts + identifiers + extras.most * (extras.overhead + limits.fieldText * width);
  return { least: sizeOf(shape, all.at(-1) as EventParts), most: Math.min(most, limits.largestEntrySize) };
}

/** The parts to start from: the plan's own, else the sample's, else the sample with less and less that is optional. */
function* candidates(plan: Plan): Iterable<EventParts> {
  yield partsOf(plan);
  yield* reductions(plan.shape);
}

function* reductions(shape: Shape): Iterable<EventParts> {
  yield baseParts(shape);
  const ids = Object.keys(baseParts(shape).fields ?? {});
  for (let kept = ids.length - 1; kept >= 0; kept--) yield withFields(baseParts(shape), ids.slice(0, kept));
  const bare = { ...withFields(baseParts(shape), []), fields: undefined, content: undefined };
  yield { ...bare };
  yield { ...bare, user: undefined };
}

function withFields(parts: EventParts, ids: readonly string[]): EventParts {
  const { fields } = parts;
  if (fields !== undefined)
    parts.fields = Object.fromEntries(ids.map((id) => [id, fields[id] as (typeof fields)[string]]));
  return parts;
}

/** Fills the parts, or leaves them as they are and says that the size is out of their reach. */
function filled(shape: Shape, parts: EventParts, { bytes, kind, fields }: Fill): boolean {
  const missing = bytes - sizeOf(shape, parts);
  if (missing < 0) return false;
  const width = bytesPerCodePoint[kind];
  const own = textFillers(shape, parts);
  const identifiers = identifierFillers(shape, parts);
  const extras = extrasOf(shape, parts);
  const left = Math.min(LEFT_TO_IDENTIFIERS, roomOf(identifiers));
  const count = countOfExtras(extras, missing - left, width, roomOf(own, width), fields);
  const room = roomOf(own, width) + roomOf(identifiers) + count * (extras.overhead + limits.fieldText * width);
  if (missing > room || (count > 0 && missing < count * extras.overhead + MAP_OF_FIELDS)) return false;
  // The texts with the least room come first: what they cannot take is shared by the others.
  const texts = [...own.sort((a, b) => a.room - b.room), ...extras.add(count)];
  spend(bytes - sizeOf(shape, parts), texts, identifiers, kind);
  agree(parts);
  return true;
}

/** As many added fields as were asked for, at least as many as the texts need, at most as many as the bytes allow. */
function countOfExtras(extras: Extras, missing: number, width: number, room: number, asked: number): number {
  const each = extras.overhead + limits.fieldText * width;
  const needed = Math.max(0, Math.ceil((missing - room) / each));
  const allowed = Math.max(0, Math.floor(missing / extras.overhead));
  return Math.min(extras.most, Math.max(needed, Math.min(asked, allowed)));
}

/** A remainder of up to this many bytes goes to identifiers, which mostly have room for some hundreds. */
const LEFT_TO_IDENTIFIERS = 100;

/** Bytes of `"fields":{},`, which the first added field may bring along. */
const MAP_OF_FIELDS = 12;

function roomOf(fillers: readonly Filler[], width?: number): number {
  return fillers.reduce((sum, filler) => sum + filler.room * (width ?? filler.width), 0);
}

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
  const last = identifiers.at(-1) as Filler;
  for (const filler of left <= last.room ? [last] : identifiers) {
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
