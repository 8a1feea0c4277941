import { buildBaselineDraft, copyPlain } from '../../../arbitraries/plan/buildDraft.ts';
import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { applyPadding, planPadding } from '../../../arbitraries/size/padding.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

function target(bytes: number): { bytes: number; isExact: boolean; textKind: 'ascii'; fields: number } {
  return { bytes, isExact: true, textKind: 'ascii', fields: 3 };
}

test('planning a padding changes nothing, whether or not the size can be reached', () => {
  const seen = new Set<boolean>();
  for (const kind of everyKind().filter(({ points }) => points.length < 100)) {
    const draft = buildBaselineDraft(kind);
    const before = copyPlain(draft);
    for (const bytes of [1, 900, 2000, 20_000, 1_048_576]) {
      for (const textKind of textKinds) {
        seen.add(planPadding(kind, draft, target(bytes), textKind) !== undefined);
        expect(draft).toEqual(before);
      }
    }
  }
  expect(seen).toEqual(new Set([true, false]));
});

test('applying a padding gives exactly the size, for texts of every kind', () => {
  let padded = 0;
  for (const kind of kindsIn(worlds['the example domain'] as never)) {
    for (const bytes of [2000, 2001, 2002, 2003, 20_000, 262_144]) {
      for (const textKind of textKinds) {
        const draft = buildBaselineDraft(kind);
        const padding = planPadding(kind, draft, target(bytes), textKind);
        if (padding === undefined) continue;
        applyPadding(draft, padding, target(bytes));
        expect(measureSize(kind, draft)).toBe(bytes);
        padded++;
      }
    }
  }
  expect(padded).toBeGreaterThan(100);
});

test('padding refuses an event that is already larger', () => {
  const [kind] = kindsIn(worlds['the example domain'] as never);
  expect(planPadding(kind as never, buildBaselineDraft(kind as never), target(10), 'ascii')).toBeUndefined();
});
