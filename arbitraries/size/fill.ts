import { compose, type EventParts } from '../../model/event/compose.ts';
import { composedSize } from '../../model/event/entrySize.ts';
import { limits } from '../../model/facts/limits.ts';
import { isPlain, jsonBytes, plainBytes } from '../../model/values/jsonBytes.ts';
import { codePoints } from '../../model/values/text.ts';
import { agree, baseParts, partsOf } from '../plan/parts.ts';
import { type Fill, isPlainPlan, type Plan } from '../plan/plan.ts';
import { type AddedIds, catalogueIds, freshIds } from '../values/addedIds.ts';
import { freshText } from '../values/freshText.ts';
import { bytesPerCodePoint, longText, type TextKind } from '../values/textPool.ts';
import { carriesFields, type Shape, untold } from '../variations/shape.ts';
import { type AddedText, type Extras, extrasOf, type Filler, identifierFillers, textFillers } from './fillers.ts';

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
  const { shape } = plan;
  const parts = partsOf(plan);
  const bytesOf = isPlainPlan(plan) ? bytesIn(shape) : jsonBytes;
  if (filled(shape, parts, fill, fill.kind, bytesOf) || filled(shape, parts, fill, 'escapes', bytesOf)) return parts;
  const bytesOfSample = bytesIn(shape);
  for (const fewer of reductions(shape, fill.bytes)) {
    if (filled(shape, fewer, fill, fill.kind, bytesOfSample) || filled(shape, fewer, fill, 'escapes', bytesOfSample)) {
      return fewer;
    }
  }
  // Long texts of a story have less room for what takes most bytes than the sample's short ones.
  if (shape.story?.tell !== undefined) return fillTo({ ...plan, shape: untold(shape, shape.story) }, fill);
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

/** The entry sizes of what a plan has already, in a domain as it is configured: no fields are added. */
export function reachAsConfigured(plan: Plan, kind: TextKind): Reach {
  const parts = partsOf(plan);
  const least = sizeOf(plan.shape, parts);
  const most = least + roomFor(capacityOf(plan.shape, parts, false, true), bytesPerCodePoint[kind], 0);
  return { least, most };
}

/** What fills a plan up to its largest event in a domain as it is configured, or to some bytes less, within a ceiling. */
export function largestFill(plan: Plan, kind: TextKind, ceiling: number, less: number = 0): Fill {
  const { least, most } = reachAsConfigured(plan, kind);
  return { bytes: Math.max(least, Math.min(most, ceiling) - less), pinned: false, kind, fields: 'none' };
}

/** Whether the events of a shape grow when fields are added to its domain. */
export function growsWithDomain(shape: Shape): boolean {
  return capacityOf(shape, baseParts(shape)).extras.most > 0;
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
  readonly texts: Filler[];
  /** Code points that the texts can take together. */
  readonly ofTexts: number;
  readonly identifiers: readonly Filler[];
  /** Bytes that the identifiers can take together. */
  readonly ofIdentifiers: number;
  readonly extras: Extras;
}

function capacityOf(shape: Shape, parts: EventParts, plain: boolean = false, asConfigured: boolean = false): Capacity {
  const found = identifierFillers(shape, parts);
  // Where all of them take two bytes a unit, a single byte might be left over: then the texts do it alone.
  const identifiers = found.some(({ width, room }) => width === 1 && room > 0) ? found : [];
  const texts = textFillers(shape, parts, plain ? lengthOf : codePoints, asConfigured);
  let ofTexts = 0;
  for (const { room } of texts) ofTexts += room;
  let ofIdentifiers = 0;
  for (const { room, width } of identifiers) ofIdentifiers += room * width;
  return { texts, ofTexts, identifiers, ofIdentifiers, extras: extrasOf(shape, parts) };
}

/** The code points of a plain text. */
function lengthOf({ length }: string): number {
  return length;
}

/** What texts leave free where no identifier can take a remainder. */
const SPARE = bytesPerCodePoint.escapes;

/** The bytes that a capacity can take with some fields added, in texts of a width. */
function roomFor(capacity: Capacity, width: number, added: number): number {
  const { identifiers, ofIdentifiers } = capacity;
  return roomOfTexts(capacity, width, added, identifiers.length === 0 ? SPARE : 0) + ofIdentifiers;
}

function roomOfTexts({ ofTexts, extras }: Capacity, width: number, added: number, spare: number): number {
  return Math.max(0, ofTexts + added * limits.fieldText - spare) * width + added * extras.overhead;
}

/** The parts of the sample with no more of what is optional than the size allows, then with less and less of it. */
function* reductions(shape: Shape, bytes: number): Iterable<EventParts> {
  const last = reductionsOf(shape);
  let low = 0;
  for (let high = last; low < high; ) {
    const middle = (low + high) >> 1;
    if (reducedSize(shape, middle) <= bytes) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index <= last; index++) yield reduced(shape, index);
}

const reducedSizes = new WeakMap<Shape['slots'], number[]>();

/** The size of {@link reduced}; it is measured once, but for the shapes of stories, which are told once. */
function reducedSize(shape: Shape, index: number): number {
  if (shape.story !== undefined) return sizeOf(shape, reduced(shape, index));
  const sizes = reducedSizes.get(shape.slots) ?? [];
  reducedSizes.set(shape.slots, sizes);
  sizes[index] ??= sizeOf(shape, reduced(shape, index));
  return sizes[index] as number;
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
  if (index < last - 1) {
    parts.fields = Object.fromEntries(Object.entries(parts.fields ?? {}).slice(0, -index));
  } else {
    parts.fields = undefined;
    if (index === last) parts.user = undefined;
  }
  shape.story?.insist(parts);
  return parts;
}

/** Fills the parts, or leaves them as they are and says that the size is out of their reach. */
function filled(shape: Shape, parts: EventParts, fill: Fill, kind: TextKind, bytesOf: BytesOf = jsonBytes): boolean {
  const missing = fill.bytes - sizeOf(shape, parts, bytesOf);
  if (missing < 0) return false;
  const capacity = capacityOf(shape, parts, bytesOf === plainBytes, fill.fields === 'none');
  const { extras } = capacity;
  const count = fill.fields === 'none' ? 0 : countOfExtras(capacity, missing, bytesPerCodePoint[kind], fill.fields);
  if (missing > roomFor(capacity, bytesPerCodePoint[kind], count)) return false;
  const left = missing - (count === 0 ? 0 : count * extras.overhead + extras.opening);
  if (left < 0) return false;
  spend(left, capacity, extras.add(count, idsOf(fill)), kind, textsOf(fill));
  agree(parts);
  return true;
}

/** As many added fields as were asked for, at least as many as the texts need, at most as many as the bytes allow. */
function countOfExtras(capacity: Capacity, missing: number, width: number, asked: number): number {
  const { extras, identifiers } = capacity;
  const toTexts = missing - (identifiers.length > 0 ? LEFT_TO_IDENTIFIERS : 0);
  const room = roomOfTexts(capacity, width, 0, SPARE);
  let needed = Math.max(0, Math.ceil((toTexts - room) / (extras.overhead + limits.fieldText * width)));
  if (toTexts > roomOfTexts(capacity, width, needed, SPARE)) needed++;
  const allowed = Math.max(0, Math.floor(toTexts / extras.overhead));
  return Math.min(extras.most, Math.max(needed, Math.min(asked, allowed)));
}

/** A remainder of up to this many bytes goes to identifiers, which mostly have room for some hundreds. */
const LEFT_TO_IDENTIFIERS = 100;

/** Spends bytes: evenly on the texts, those of added fields last; what remains on ASCII, else on identifiers. */
function spend(
  missing: number,
  { texts, identifiers }: Capacity,
  added: readonly AddedText[],
  kind: TextKind,
  text: LongTexts,
): void {
  const width = bytesPerCodePoint[kind];
  let left = missing;
  let waiting = texts.length + added.length;
  const even = left / waiting / width;
  // The texts with the least room come first: what they cannot take is shared by the others.
  if (texts.some(({ room }) => room < even)) texts.sort((a, b) => a.room - b.room);
  const used: number[] = [];
  for (const { holder, member, room, start } of texts) {
    const units = shareOf(left / waiting--, width, room);
    if (units > 0) holder[member] += text(kind, units, start);
    left -= units * width;
    used.push(units);
  }
  for (let index = 0; index < added.length; index++) {
    const units = shareOf(left / waiting--, width, limits.fieldText);
    (added[index] as AddedText).stringValue = text(kind, units, index * STRIDE);
    left -= units * width;
    used.push(units);
  }
  if (left > 0 && left < width) left -= spendOnAscii(left, texts, added, used, text);
  const last = identifiers.at(-1);
  for (const filler of last !== undefined && left <= last.room ? [last] : identifiers) {
    const units = shareOf(left, filler.width, filler.room);
    const id = filler.holder[filler.member] as string;
    if (units > 0) filler.holder[filler.member] = id.padEnd(id.length + units, '0');
    left -= units * filler.width;
  }
  if (left !== 0) throw new Error(`${left} bytes were left over while filling an event; please report this.`);
}

/** The texts of neighbouring added fields begin this far from each other in their pool. */
const STRIDE = 577;

/** What is less than one character of the kind is made up by ASCII, in the texts that have room. */
function spendOnAscii(
  bytes: number,
  texts: readonly Filler[],
  added: readonly AddedText[],
  used: readonly number[],
  text: LongTexts,
): number {
  let left = bytes;
  for (let index = 0; left > 0 && index < used.length; index++) {
    const ofEvent = texts[index];
    const most = ofEvent === undefined ? limits.fieldText : ofEvent.room;
    const units = shareOf(left, 1, most - (used[index] as number));
    if (units === 0) continue;
    if (ofEvent === undefined) {
      const value = added[index - texts.length] as AddedText;
      value.stringValue += text('ascii', units, value.stringValue === '' ? (index - texts.length) * STRIDE : 0);
    } else ofEvent.holder[ofEvent.member] += text('ascii', units, ofEvent.start);
    left -= units;
  }
  return bytes - left;
}

/** How many units of a width a share of bytes buys, at most as many as there is room for. */
function shareOf(share: number, width: number, room: number): number {
  return Math.max(0, Math.min(Math.floor(share / width), room));
}

/** Long texts of a kind; `start` tells those of one event apart. */
type LongTexts = (kind: TextKind, length: number, start: number) => string;

function textsOf({ freshTexts: seed }: Fill): LongTexts {
  if (seed === undefined) return longText;
  return (kind, length, start) => freshText(kind, length, seed + start);
}

function idsOf({ freshIds: seed }: Fill): AddedIds {
  return seed === undefined ? catalogueIds : freshIds(seed);
}

function sizeOf({ domain, dialect }: Shape, parts: EventParts, bytesOf: BytesOf = jsonBytes): number {
  return composedSize(compose(domain, dialect, parts), bytesOf);
}

/** The bytes of a detail as JSON. */
type BytesOf = typeof jsonBytes;

const bytesOfShapes = new WeakMap<Shape, BytesOf>();

/** How the details of plain plans are measured: without a look at their texts, unless the domain's own are not plain. */
function bytesIn(shape: Shape): BytesOf {
  // A story is told once: looking for what is not plain in it costs as much as measuring it.
  if (shape.story !== undefined) return jsonBytes;
  let bytesOf = bytesOfShapes.get(shape);
  if (bytesOf === undefined) {
    bytesOf = isPlain([shape.domain, baseParts(shape)]) ? plainBytes : jsonBytes;
    bytesOfShapes.set(shape, bytesOf);
  }
  return bytesOf;
}
