import { compose, type EventParts } from '../../model/event/compose.ts';
import { composedSize } from '../../model/event/entrySize.ts';
import { isPlain, jsonBytes, plainBytes } from '../../model/values/jsonBytes.ts';
import { buildBaselineParts } from '../plan/parts.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** Counts the bytes of a detail as JSON. */
export type CountBytes = typeof jsonBytes;

/** The entry size of the event with these parts, in bytes. */
export function measureSize(
  { domain, dialect }: EventKind,
  parts: EventParts,
  countBytes: CountBytes = jsonBytes,
): number {
  return composedSize(compose(domain, dialect, parts), countBytes);
}

const countByKind = new WeakMap<EventKind, CountBytes>();

/** How to count the bytes of plain plans: without reading their texts, if the domain itself is plain. */
export function chooseCount(kind: EventKind): CountBytes {
  // A baseline is used once: checking whether it is plain costs as much as measuring it.
  if (kind.baseline !== undefined) return jsonBytes;
  let countBytes = countByKind.get(kind);
  if (countBytes === undefined) {
    countBytes = isPlain([kind.domain, buildBaselineParts(kind)]) ? plainBytes : jsonBytes;
    countByKind.set(kind, countBytes);
  }
  return countBytes;
}
