import type { EventDraft } from '../../model/event/compose.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { buildBaselineDraft } from '../plan/buildDraft.ts';
import { carriesFields, type EventKind } from '../variations/eventKind.ts';
import { measureSize } from './measureSize.ts';

/**
 * The baseline with less and less that is optional, from the first that fits into `bytes` on. A binary search finds the
 * first: each reduction is smaller than the previous one.
 */
export function* listReductions(kind: EventKind, bytes: number): Iterable<EventDraft> {
  const last = countReductions(kind);
  let low = 0;
  for (let high = last; low < high; ) {
    const middle = (low + high) >> 1;
    if (measureReduced(kind, middle) <= bytes) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index <= last; index++) yield reduceDraft(kind, index);
}

const getReductionSizes = oncePer(
  (_: EventKind): (number | undefined)[] => [],
  ({ points }) => points,
);

/** The size of a reduction; remembered unless the kind has a baseline, which is used once. */
function measureReduced(kind: EventKind, index: number): number {
  if (kind.baseline !== undefined) return measureSize(kind, reduceDraft(kind, index));
  const sizes = getReductionSizes(kind);
  sizes[index] ??= measureSize(kind, reduceDraft(kind, index));
  return sizes[index];
}

/** How many reductions there are: one for each field, one for all fields, one for the user as well. */
export function countReductions(kind: EventKind): number {
  const draft = buildBaselineDraft(kind);
  return (draft.subject === 'case' && carriesFields(kind) ? Object.keys(draft.fields ?? {}).length : 0) + 2;
}

/** The draft of the baseline with less that is optional: the smaller, the higher the index. */
export function reduceDraft(kind: EventKind, index: number): EventDraft {
  const draft = buildBaselineDraft(kind);
  const last = countReductions(kind);
  if (index === 0) return draft;
  if (draft.subject === 'case') {
    const fields = Object.entries(draft.fields ?? {});
    draft.fields = index < last - 1 ? Object.fromEntries(fields.slice(0, -index)) : undefined;
  }
  if (index === last) draft.user = undefined;
  kind.baseline?.applyOverrides(draft);
  return draft;
}
