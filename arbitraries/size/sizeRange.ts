import type { EventDraft } from '../../model/event/compose.ts';
import { limits } from '../../model/facts/limits.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { buildBaselineDraft, buildDraft } from '../plan/buildDraft.ts';
import type { Plan, SizeTarget } from '../plan/plan.ts';
import { bytesPerCodePoint, type TextKind } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { measureCapacity, measureRoom } from './capacity.ts';
import { measureSize } from './measureSize.ts';
import { countReductions, reduceDraft } from './reductions.ts';

/** The entry sizes that the events of a kind can have: every whole number from `least` to `most`. */
export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

/** The entry sizes that an event kind can reach, up to EventBridge's own ceiling. */
export const measureRange = oncePer((kind: EventKind): SizeRange => {
  const baseline = buildBaselineDraft(kind);
  const { extraFields } = measureCapacity(kind, baseline);
  const most = Math.min(measureLargest(kind, 'escapes'), limits.largestEntrySize);
  const growing = findSmallestThatGrows(kind);
  if (growing !== undefined) return { least: measureSize(kind, growing), most };
  if (extraFields.most === 0) {
    const only = measureSize(kind, reduceDraft(kind, countReductions(kind)));
    return { least: only, most: only };
  }
  // Nothing that is there can grow: the first added field does.
  return { least: measureSize(kind, baseline) + extraFields.overhead + extraFields.opening, most };
});

function findSmallestThatGrows(kind: EventKind): EventDraft | undefined {
  for (let index = countReductions(kind); index >= 0; index--) {
    const draft = reduceDraft(kind, index);
    if (measureRoom(measureCapacity(kind, draft), 1, 0) > 0) return draft;
  }
  return undefined;
}

/** The largest entry size of an event kind with long texts of one kind, ignoring EventBridge's ceiling. */
export function measureLargest(kind: EventKind, textKind: TextKind): number {
  const whole = buildBaselineDraft(kind);
  const capacity = measureCapacity(kind, whole);
  return measureSize(kind, whole) + measureRoom(capacity, bytesPerCodePoint[textKind], capacity.extraFields.most);
}

/** The entry sizes of a plan in a domain as it is configured: no fields are added. */
export function measureConfiguredRange(plan: Plan, textKind: TextKind): SizeRange {
  const draft = buildDraft(plan);
  const least = measureSize(plan.kind, draft);
  const capacity = measureCapacity(plan.kind, draft, { asConfigured: true });
  return { least, most: least + measureRoom(capacity, bytesPerCodePoint[textKind], 0) };
}

/** The size of a plan's largest event in a domain as it is configured, within a ceiling, minus `less` bytes. */
export function makeLargestTarget(plan: Plan, textKind: TextKind, ceiling: number, less: number = 0): SizeTarget {
  const { least, most } = measureConfiguredRange(plan, textKind);
  return { bytes: Math.max(least, Math.min(most, ceiling) - less), isExact: false, textKind, fields: 'none' };
}

/** Whether the events of a kind grow when fields are added to its domain. */
export function growsWithDomain(kind: EventKind): boolean {
  return measureCapacity(kind, buildBaselineDraft(kind)).extraFields.most > 0;
}
