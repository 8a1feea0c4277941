import { compose, type EventDraft } from '../../model/event/compose.ts';
import { composedSize } from '../../model/event/entrySize.ts';
import { isPlain, jsonBytes, plainBytes } from '../../model/values/jsonBytes.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { buildBaselineDraft } from '../plan/buildDraft.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** Counts the bytes of a detail as JSON. */
export type CountBytes = typeof jsonBytes;

/** The entry size of the event of this draft, in bytes. */
export function measureSize(
  { domain, dialect }: EventKind,
  draft: EventDraft,
  countBytes: CountBytes = jsonBytes,
): number {
  return composedSize(compose(domain, dialect, draft), countBytes);
}

/** How to count the bytes of plain plans: without reading their texts, if the domain itself is plain. */
export function chooseCount(kind: EventKind): CountBytes {
  // A baseline is used once: checking whether it is plain costs as much as measuring it.
  return kind.baseline === undefined ? chooseCountOnce(kind) : jsonBytes;
}

const chooseCountOnce = oncePer(
  (kind: EventKind): CountBytes => (isPlain([kind.domain, buildBaselineDraft(kind)]) ? plainBytes : jsonBytes),
);
