import { build } from '../../../arbitraries/generation/build.ts';
import { makeSamplePlan } from '../../../arbitraries/plan/plan.ts';
import { planPadding } from '../../../arbitraries/size/padding.ts';
import { countReductions, reduceDraft } from '../../../arbitraries/size/reductions.ts';
import {
  growsWithDomain,
  makeLargestTarget,
  measureConfiguredRange,
  measureLargest,
  measureRange,
} from '../../../arbitraries/size/sizeRange.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { entryBytes } from '../entryBytes.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

const ofExample = kindsIn(worlds['the example domain'] as never);

/** Whether padding reaches a size from any reduction of a kind, tried one after the other. */
function canReach(kind: EventKind, bytes: number): boolean {
  const target = { bytes, isExact: true, textKind: 'escapes', fields: 0 } as const;
  for (let index = 0; index <= countReductions(kind); index++) {
    for (const textKind of textKinds) {
      if (planPadding(kind, reduceDraft(kind, index), target, textKind) !== undefined) return true;
    }
  }
  return false;
}

test('the smallest and the largest size of every range can be reached', () => {
  for (const kind of everyKind()) {
    const { least, most } = measureRange(kind);
    for (const bytes of [least, Math.min(most, 300_000), most]) {
      expect(entryBytes(build(makeSamplePlan(kind, { bytes, isExact: true, textKind: 'ascii', fields: 0 })))).toBe(
        bytes,
      );
    }
  }
});

test('no smaller or larger size can be reached in any way', () => {
  for (const kind of everyKind().filter(({ points }) => points.length < 100)) {
    const { least, most } = measureRange(kind);
    const outside = [least - 1, ...(most < 1_048_576 ? [most + 1] : [])].filter((bytes) => canReach(kind, bytes));
    expect([kind.type, kind.itemType, outside]).toEqual([kind.type, kind.itemType, []]);
  }
});

test('texts of one kind reach the largest size of that kind', () => {
  for (const kind of ofExample) {
    for (const textKind of textKinds) {
      const bytes = Math.min(measureLargest(kind, textKind), 1_048_576);
      expect(entryBytes(build(makeSamplePlan(kind, { bytes, isExact: true, textKind, fields: 0 })))).toBe(bytes);
    }
  }
});

test('a domain without added fields ranges from the size of its plan to its own largest size', () => {
  for (const kind of ofExample) {
    const plan = makeSamplePlan(kind);
    const { least, most } = measureConfiguredRange(plan, 'threeBytes');
    expect(least).toBe(entryBytes(build(plan)));
    const event = build({ ...plan, sizeTarget: makeLargestTarget(plan, 'threeBytes', 1_048_576) });
    expect(entryBytes(event)).toBe(most);
    expect(Object.keys(event.detail.case?.fields ?? {})).toEqual(Object.keys(build(plan).detail.case?.fields ?? {}));
  }
});

test('the largest size is at most the ceiling, and at least the plan itself', () => {
  const [kind] = ofExample as [EventKind];
  const plan = makeSamplePlan(kind);
  const { least } = measureConfiguredRange(plan, 'ascii');
  expect(makeLargestTarget(plan, 'ascii', 9000, 1)).toMatchObject({ bytes: 8999, fields: 'none' });
  expect(makeLargestTarget(plan, 'ascii', 10)).toMatchObject({ bytes: least });
});

test('events grow with the domain only if they carry fields', () => {
  const growing = ofExample.filter(growsWithDomain).map(({ type, itemType }) => `${type} ${itemType ?? ''}`.trim());
  expect(growing).toEqual(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED', 'RELATED_ITEM.CREATED Custom']);
});

test('a range is computed only once', () => {
  const [kind] = ofExample as [EventKind];
  expect(measureRange(kind)).toBe(measureRange(kind));
});
