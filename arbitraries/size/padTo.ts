import { compose, type EventParts } from '../../model/event/compose.ts';
import { composedSize } from '../../model/event/entrySize.ts';
import { limits } from '../../model/facts/limits.ts';
import { isPlain, jsonBytes, plainBytes } from '../../model/values/jsonBytes.ts';
import { codePoints } from '../../model/values/text.ts';
import { buildBaselineParts, buildParts, syncDerivedFields } from '../plan/parts.ts';
import { isPlainPlan, type Plan, type SizeTarget } from '../plan/plan.ts';
import { type AddedIds, catalogueIds, freshIds } from '../values/addedIds.ts';
import { freshText } from '../values/freshText.ts';
import { bytesPerCodePoint, longText, type TextKind } from '../values/textPool.ts';
import { carriesFields, type EventKind, overridesOnly } from '../variations/eventKind.ts';
import {
  type AddedText,
  type ExtraFields,
  findExtraFields,
  findIdentifierSites,
  findTextSites,
  type PaddingSite,
} from './paddingSites.ts';

/** The entry sizes that the events of an event kind can have: every whole number between the two. */
export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The parts of a plan, filled up to exactly `fill.bytes`: texts first, evenly, then identifiers for the rest.
 * The size is computed, not tried: every character of a text kind takes the same number of bytes.
 * @throws Error when the size is out of the event kind's reach; callers check that first
 */
export function padTo(plan: Plan, sizeTarget: SizeTarget): EventParts {
  const { kind } = plan;
  const parts = buildParts(plan);
  const bytesOf = isPlainPlan(plan) ? chooseCount(kind) : jsonBytes;
  if (
    tryPad(kind, parts, sizeTarget, sizeTarget.textKind, bytesOf) ||
    tryPad(kind, parts, sizeTarget, 'escapes', bytesOf)
  )
    return parts;
  const bytesOfSample = chooseCount(kind);
  for (const fewer of reductions(kind, sizeTarget.bytes)) {
    if (
      tryPad(kind, fewer, sizeTarget, sizeTarget.textKind, bytesOfSample) ||
      tryPad(kind, fewer, sizeTarget, 'escapes', bytesOfSample)
    ) {
      return fewer;
    }
  }
  // Long texts of a story have less room for what takes most bytes than the sample's short ones.
  if (kind.baseline?.apply !== undefined)
    return padTo({ ...plan, kind: overridesOnly(kind, kind.baseline) }, sizeTarget);
  throw new Error(
    `A ${plan.kind.type} ${plan.kind.itemType} event of ${sizeTarget.bytes} bytes is out of reach; please report this.`,
  );
}

const ranges = new WeakMap<EventKind, SizeRange>();

/** The entry sizes that an event kind can reach, at most EventBridge's own ceiling. */
export function measureRange(kind: EventKind): SizeRange {
  let range = ranges.get(kind);
  if (range === undefined) {
    range = computeRange(kind);
    ranges.set(kind, range);
  }
  return range;
}

function computeRange(kind: EventKind): SizeRange {
  const { extraFields } = measureCapacity(kind, buildBaselineParts(kind));
  const most = Math.min(measureLargest(kind, 'escapes'), limits.largestEntrySize);
  const growing = smallestThatGrows(kind);
  if (growing !== undefined) return { least: measureSize(kind, growing), most };
  if (extraFields.most === 0) {
    const only = measureSize(kind, reduced(kind, countReductions(kind)));
    return { least: only, most: only };
  }
  // Where nothing that is there can grow, the first added field does.
  return { least: measureSize(kind, buildBaselineParts(kind)) + extraFields.overhead + extraFields.opening, most };
}

/** The largest entry size of an event kind whose long texts are of one kind, whatever EventBridge takes. */
export function measureLargest(kind: EventKind, textKind: TextKind): number {
  const whole = buildBaselineParts(kind);
  const capacity = measureCapacity(kind, whole);
  return measureSize(kind, whole) + roomFor(capacity, bytesPerCodePoint[textKind], capacity.extraFields.most);
}

/** The entry sizes of what a plan has already, in a domain as it is configured: no fields are added. */
export function measureConfiguredRange(plan: Plan, textKind: TextKind): SizeRange {
  const parts = buildParts(plan);
  const least = measureSize(plan.kind, parts);
  const most = least + roomFor(measureCapacity(plan.kind, parts, false, true), bytesPerCodePoint[textKind], 0);
  return { least, most };
}

/** What fills a plan up to its largest event in a domain as it is configured, or to some bytes less, within a ceiling. */
export function targetLargest(plan: Plan, textKind: TextKind, ceiling: number, less: number = 0): SizeTarget {
  const { least, most } = measureConfiguredRange(plan, textKind);
  return { bytes: Math.max(least, Math.min(most, ceiling) - less), pinned: false, textKind, fields: 'none' };
}

/** Whether the events of an event kind grow when fields are added to its domain. */
export function growsWithDomain(kind: EventKind): boolean {
  return measureCapacity(kind, buildBaselineParts(kind)).extraFields.most > 0;
}

function smallestThatGrows(kind: EventKind): EventParts | undefined {
  for (let index = countReductions(kind); index >= 0; index--) {
    const parts = reduced(kind, index);
    if (roomFor(measureCapacity(kind, parts), 1, 0) > 0) return parts;
  }
  return undefined;
}

/** What in an event can take bytes. */
interface Capacity {
  readonly texts: PaddingSite[];
  /** Code points that the texts can take together. */
  readonly ofTexts: number;
  readonly identifiers: readonly PaddingSite[];
  /** Bytes that the identifiers can take together. */
  readonly ofIdentifiers: number;
  readonly extraFields: ExtraFields;
}

function measureCapacity(
  kind: EventKind,
  parts: EventParts,
  plain: boolean = false,
  asConfigured: boolean = false,
): Capacity {
  const found = findIdentifierSites(kind, parts);
  // Where all of them take two bytes a unit, a single byte might be left over: then the texts do it alone.
  const identifiers = found.some(({ width, room }) => width === 1 && room > 0) ? found : [];
  const texts = findTextSites(kind, parts, plain ? countCharacters : codePoints, asConfigured);
  let ofTexts = 0;
  for (const { room } of texts) ofTexts += room;
  let ofIdentifiers = 0;
  for (const { room, width } of identifiers) ofIdentifiers += room * width;
  return { texts, ofTexts, identifiers, ofIdentifiers, extraFields: findExtraFields(kind, parts) };
}

/** The code points of a plain text. */
function countCharacters({ length }: string): number {
  return length;
}

/** What texts leave free where no identifier can take a remainder. */
const SPARE = bytesPerCodePoint.escapes;

/** The bytes that a capacity can take with some fields added, in texts of a width. */
function roomFor(capacity: Capacity, width: number, added: number): number {
  const { identifiers, ofIdentifiers } = capacity;
  return roomOfTexts(capacity, width, added, identifiers.length === 0 ? SPARE : 0) + ofIdentifiers;
}

function roomOfTexts({ ofTexts, extraFields }: Capacity, width: number, added: number, spare: number): number {
  return Math.max(0, ofTexts + added * limits.fieldText - spare) * width + added * extraFields.overhead;
}

/** The parts of the sample with no more of what is optional than the size allows, then with less and less of it. */
function* reductions(kind: EventKind, bytes: number): Iterable<EventParts> {
  const last = countReductions(kind);
  let low = 0;
  for (let high = last; low < high; ) {
    const middle = (low + high) >> 1;
    if (reducedSize(kind, middle) <= bytes) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index <= last; index++) yield reduced(kind, index);
}

const reducedSizes = new WeakMap<EventKind['points'], number[]>();

/** The size of {@link reduced}; it is measured once, but for the event kinds of stories, which are told once. */
function reducedSize(kind: EventKind, index: number): number {
  if (kind.baseline !== undefined) return measureSize(kind, reduced(kind, index));
  const sizes = reducedSizes.get(kind.points) ?? [];
  reducedSizes.set(kind.points, sizes);
  sizes[index] ??= measureSize(kind, reduced(kind, index));
  return sizes[index] as number;
}

/** How often something more can be taken away from the sample: its fields one by one, all that is optional, the user. */
function countReductions(kind: EventKind): number {
  return (carriesFields(kind) ? Object.keys(buildBaselineParts(kind).fields ?? {}).length : 0) + 2;
}

/** The parts of the sample with less of what is optional, the smaller the higher the index. */
function reduced(kind: EventKind, index: number): EventParts {
  const parts = buildBaselineParts(kind);
  const last = countReductions(kind);
  if (index === 0) return parts;
  if (index < last - 1) {
    parts.fields = Object.fromEntries(Object.entries(parts.fields ?? {}).slice(0, -index));
  } else {
    parts.fields = undefined;
    if (index === last) parts.user = undefined;
  }
  kind.baseline?.applyOverrides(parts);
  return parts;
}

/** Fills the parts, or leaves them as they are and says that the size is out of their reach. */
function tryPad(
  kind: EventKind,
  parts: EventParts,
  sizeTarget: SizeTarget,
  textKind: TextKind,
  bytesOf: CountBytes = jsonBytes,
): boolean {
  const missing = sizeTarget.bytes - measureSize(kind, parts, bytesOf);
  if (missing < 0) return false;
  const capacity = measureCapacity(kind, parts, bytesOf === plainBytes, sizeTarget.fields === 'none');
  const { extraFields } = capacity;
  const count =
    sizeTarget.fields === 'none'
      ? 0
      : countExtraFields(capacity, missing, bytesPerCodePoint[textKind], sizeTarget.fields);
  if (missing > roomFor(capacity, bytesPerCodePoint[textKind], count)) return false;
  const left = missing - (count === 0 ? 0 : count * extraFields.overhead + extraFields.opening);
  if (left < 0) return false;
  padWith(left, capacity, extraFields.add(count, chooseIds(sizeTarget)), textKind, chooseTexts(sizeTarget));
  syncDerivedFields(parts);
  return true;
}

/** As many added fields as were asked for, at least as many as the texts need, at most as many as the bytes allow. */
function countExtraFields(capacity: Capacity, missing: number, width: number, asked: number): number {
  const { extraFields, identifiers } = capacity;
  const toTexts = missing - (identifiers.length > 0 ? LEFT_TO_IDENTIFIERS : 0);
  const room = roomOfTexts(capacity, width, 0, SPARE);
  let needed = Math.max(0, Math.ceil((toTexts - room) / (extraFields.overhead + limits.fieldText * width)));
  if (toTexts > roomOfTexts(capacity, width, needed, SPARE)) needed++;
  const allowed = Math.max(0, Math.floor(toTexts / extraFields.overhead));
  return Math.min(extraFields.most, Math.max(needed, Math.min(asked, allowed)));
}

/** A remainder of up to this many bytes goes to identifiers, which mostly have room for some hundreds. */
const LEFT_TO_IDENTIFIERS = 100;

/** Spends bytes: evenly on the texts, those of added fields last; what remains on ASCII, else on identifiers. */
function padWith(
  missing: number,
  { texts, identifiers }: Capacity,
  added: readonly AddedText[],
  textKind: TextKind,
  text: LongTexts,
): void {
  const width = bytesPerCodePoint[textKind];
  let left = missing;
  let waiting = texts.length + added.length;
  const even = left / waiting / width;
  // The texts with the least room come first: what they cannot take is shared by the others.
  if (texts.some(({ room }) => room < even)) texts.sort((a, b) => a.room - b.room);
  const used: number[] = [];
  for (const { holder, member, room, start } of texts) {
    const units = takeShare(left / waiting--, width, room);
    if (units > 0) holder[member] += text(textKind, units, start);
    left -= units * width;
    used.push(units);
  }
  for (let index = 0; index < added.length; index++) {
    const units = takeShare(left / waiting--, width, limits.fieldText);
    (added[index] as AddedText).stringValue = text(textKind, units, index * STRIDE);
    left -= units * width;
    used.push(units);
  }
  if (left > 0 && left < width) left -= spendOnAscii(left, texts, added, used, text);
  const last = identifiers.at(-1);
  for (const site of last !== undefined && left <= last.room ? [last] : identifiers) {
    const units = takeShare(left, site.width, site.room);
    const id = site.holder[site.member] as string;
    if (units > 0) site.holder[site.member] = id.padEnd(id.length + units, '0');
    left -= units * site.width;
  }
  if (left !== 0) throw new Error(`${left} bytes were left over while filling an event; please report this.`);
}

/** The texts of neighbouring added fields begin this far from each other in their pool. */
const STRIDE = 577;

/** What is less than one character of the kind is made up by ASCII, in the texts that have room. */
function spendOnAscii(
  bytes: number,
  texts: readonly PaddingSite[],
  added: readonly AddedText[],
  used: readonly number[],
  text: LongTexts,
): number {
  let left = bytes;
  for (let index = 0; left > 0 && index < used.length; index++) {
    const ofEvent = texts[index];
    const most = ofEvent === undefined ? limits.fieldText : ofEvent.room;
    const units = takeShare(left, 1, most - (used[index] as number));
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
function takeShare(share: number, width: number, room: number): number {
  return Math.max(0, Math.min(Math.floor(share / width), room));
}

/** Long texts of a kind; `start` tells those of one event apart. */
type LongTexts = (textKind: TextKind, length: number, start: number) => string;

function chooseTexts({ freshTexts: seed }: SizeTarget): LongTexts {
  if (seed === undefined) return longText;
  return (textKind, length, start) => freshText(textKind, length, seed + start);
}

function chooseIds({ freshIds: seed }: SizeTarget): AddedIds {
  return seed === undefined ? catalogueIds : freshIds(seed);
}

function measureSize({ domain, dialect }: EventKind, parts: EventParts, bytesOf: CountBytes = jsonBytes): number {
  return composedSize(compose(domain, dialect, parts), bytesOf);
}

/** The bytes of a detail as JSON. */
type CountBytes = typeof jsonBytes;

const bytesByKind = new WeakMap<EventKind, CountBytes>();

/** How the details of plain plans are measured: without a look at their texts, unless the domain's own are not plain. */
function chooseCount(kind: EventKind): CountBytes {
  // A story is told once: looking for what is not plain in it costs as much as measuring it.
  if (kind.baseline !== undefined) return jsonBytes;
  let bytesOf = bytesByKind.get(kind);
  if (bytesOf === undefined) {
    bytesOf = isPlain([kind.domain, buildBaselineParts(kind)]) ? plainBytes : jsonBytes;
    bytesByKind.set(kind, bytesOf);
  }
  return bytesOf;
}
