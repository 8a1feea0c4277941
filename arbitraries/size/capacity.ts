import type { EventDraft } from '../../model/event/compose.ts';
import { limits } from '../../model/facts/limits.ts';
import { measureLength } from '../../model/values/text.ts';
import { bytesPerCodePoint } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { type ExtraFields, findExtraFields } from './extraFields.ts';
import { findIdentifierSites } from './identifierSites.ts';
import type { PaddingSite } from './paddingSite.ts';
import { findTextSites } from './textSites.ts';

/** What in an event can take bytes. */
export interface Capacity {
  readonly texts: readonly PaddingSite[];
  /** Code points that the texts take together. */
  readonly textRoom: number;
  readonly identifiers: readonly PaddingSite[];
  /** Bytes that the identifiers take together. */
  readonly identifierRoom: number;
  readonly extraFields: ExtraFields;
}

/** How to measure a capacity. */
interface CapacityOptions {
  /** Every character is known to take one byte. */
  readonly plain?: boolean;
  /** No fields are added: all texts may become long. */
  readonly asConfigured?: boolean;
}

/** Measures what the draft of an event can still take. */
export function measureCapacity(
  kind: EventKind,
  draft: EventDraft,
  { plain = false, asConfigured = false }: CapacityOptions = {},
): Capacity {
  const found = findIdentifierSites(kind, draft);
  // Identifiers of two bytes a unit may leave one byte over: then only texts are padded.
  const identifiers = found.some(({ width, room }) => width === 1 && room > 0) ? found : [];
  const texts = findTextSites(kind, draft, plain ? countCharacters : measureLength, asConfigured);
  let textRoom = 0;
  for (const { room } of texts) textRoom += room;
  let identifierRoom = 0;
  for (const { room, width } of identifiers) identifierRoom += room * width;
  return { texts, textRoom, identifiers, identifierRoom, extraFields: findExtraFields(kind, draft) };
}

/** The code points of a plain text. */
function countCharacters({ length }: string): number {
  return length;
}

/** Code points that texts leave free where no identifier can take a remainder. */
const SPARE = bytesPerCodePoint.escapes;

/** The bytes that a capacity takes with some fields added, in texts of `width` bytes a code point. */
export function measureRoom(capacity: Capacity, width: number, added: number): number {
  const { identifiers, identifierRoom } = capacity;
  return measureTextRoom(capacity, width, added, identifiers.length === 0 ? SPARE : 0) + identifierRoom;
}

function measureTextRoom({ textRoom, extraFields }: Capacity, width: number, added: number, spare: number): number {
  return Math.max(0, textRoom + added * limits.fieldText - spare) * width + added * extraFields.overhead;
}

/** How many fields to add: `wanted`, at least as many as the texts need, at most as many as the bytes allow. */
export function countExtraFields(capacity: Capacity, bytes: number, width: number, wanted: number): number {
  const { extraFields, identifiers } = capacity;
  const toTexts = bytes - (identifiers.length > 0 ? LEFT_TO_IDENTIFIERS : 0);
  const room = measureTextRoom(capacity, width, 0, SPARE);
  let needed = Math.max(0, Math.ceil((toTexts - room) / (extraFields.overhead + limits.fieldText * width)));
  if (toTexts > measureTextRoom(capacity, width, needed, SPARE)) needed++;
  const allowed = Math.max(0, Math.floor(toTexts / extraFields.overhead));
  return Math.min(extraFields.most, Math.max(needed, Math.min(wanted, allowed)));
}

/** The most bytes of a remainder that identifiers take; most have room for hundreds. */
const LEFT_TO_IDENTIFIERS = 100;
