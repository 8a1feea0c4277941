import { compose, type EventDraft } from '../../model/event/compose.ts';
import { measureComposed } from '../../model/event/entrySize.ts';
import { countJsonBytes, countPlainBytes, isPlain } from '../../model/values/json/countJsonBytes.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { buildBaselineDraft } from '../plan/buildDraft.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** Counts the bytes of a detail as JSON. */
export type CountBytes = typeof countJsonBytes;

/** The entry size of the event of this draft, in bytes. */
export function measureSize(
  { domain, dialect }: EventKind,
  draft: EventDraft,
  countBytes: CountBytes = countJsonBytes,
): number {
  return measureComposed(compose(domain, dialect, draft), countBytes);
}

/** How to count the bytes of plain plans: without reading their texts, if the domain itself is plain. */
export function chooseCount(kind: EventKind): CountBytes {
  // A baseline is used once: checking whether it is plain costs as much as measuring it.
  return kind.baseline === undefined ? chooseCountOnce(kind) : countJsonBytes;
}

const chooseCountOnce = oncePer(
  (kind: EventKind): CountBytes =>
    isPlain([kind.domain, buildBaselineDraft(kind)]) ? countPlainBytes : countJsonBytes,
);
