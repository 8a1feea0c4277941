import { build } from '../../../arbitraries/generation/build.ts';
import { samplePlan } from '../../../arbitraries/plan/plan.ts';
import { planPadding } from '../../../arbitraries/size/padding.ts';
import { countReductions, reduceDraft } from '../../../arbitraries/size/reductions.ts';
import {
  growsWithDomain,
  measureConfiguredRange,
  measureLargest,
  measureRange,
  targetLargest,
} from '../../../arbitraries/size/sizeRange.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { entryBytes } from '../entryBytes.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

const ofExample = kindsIn(worlds['the example domain'] as never);

/** Whether any reduction of a kind can be padded to a size: tried, one after the other. */
function canReach(kind: EventKind, bytes: number): boolean {
  const target = { bytes, pinned: true, textKind: 'escapes', fields: 0 } as const;
  for (let index = 0; index <= countReductions(kind); index++) {
    for (const textKind of textKinds) {
      if (planPadding(kind, reduceDraft(kind, index), target, textKind) !== undefined) return true;
    }
  }
  return false;
}

test('the least and the most of every range are reached', () => {
  for (const kind of everyKind()) {
    const { least, most } = measureRange(kind);
    for (const bytes of [least, Math.min(most, 300_000), most]) {
      expect(entryBytes(build(samplePlan(kind, { bytes, pinned: true, textKind: 'ascii', fields: 0 })))).toBe(bytes);
    }
  }
});

test('no smaller and no larger size can be reached, whichever way is tried', () => {
  for (const kind of everyKind().filter(({ points }) => points.length < 100)) {
    const { least, most } = measureRange(kind);
    const outside = [least - 1, ...(most < 1_048_576 ? [most + 1] : [])].filter((bytes) => canReach(kind, bytes));
    expect([kind.type, kind.itemType, outside]).toEqual([kind.type, kind.itemType, []]);
  }
});

test('the most of a kind of text is reached with texts of that kind', () => {
  for (const kind of ofExample) {
    for (const textKind of textKinds) {
      const bytes = Math.min(measureLargest(kind, textKind), 1_048_576);
      expect(entryBytes(build(samplePlan(kind, { bytes, pinned: true, textKind, fields: 0 })))).toBe(bytes);
    }
  }
});

test('a domain as it is configured has the size of its plan at least, and reaches its most without added fields', () => {
  for (const kind of ofExample) {
    const plan = samplePlan(kind);
    const { least, most } = measureConfiguredRange(plan, 'threeBytes');
    expect(least).toBe(entryBytes(build(plan)));
    const event = build({ ...plan, sizeTarget: targetLargest(plan, 'threeBytes', 1_048_576) });
    expect(entryBytes(event)).toBe(most);
    expect(Object.keys(event.detail.case?.fields ?? {})).toEqual(Object.keys(build(plan).detail.case?.fields ?? {}));
  }
});

test('the largest is cut at the ceiling, and never below the plan itself', () => {
  const [kind] = ofExample as [EventKind];
  const plan = samplePlan(kind);
  const { least } = measureConfiguredRange(plan, 'ascii');
  expect(targetLargest(plan, 'ascii', 9000, 1)).toMatchObject({ bytes: 8999, fields: 'none' });
  expect(targetLargest(plan, 'ascii', 10)).toMatchObject({ bytes: least });
});

test('events grow with the domain where they carry fields, and only there', () => {
  const growing = ofExample.filter(growsWithDomain).map(({ type, itemType }) => `${type} ${itemType ?? ''}`.trim());
  expect(growing).toEqual(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED', 'RELATED_ITEM.CREATED Custom']);
});

test('a range is computed once', () => {
  const [kind] = ofExample as [EventKind];
  expect(measureRange(kind)).toBe(measureRange(kind));
});
