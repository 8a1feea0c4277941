import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { countReductions, listReductions, reduceDraft } from '../../../arbitraries/size/reductions.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { everyKind } from '../worlds.ts';

const fewFields = everyKind().filter(({ points }) => points.length < 100);

function sizesOf(kind: EventKind): number[] {
  return Array.from({ length: countReductions(kind) + 1 }, (_, index) => measureSize(kind, reduceDraft(kind, index)));
}

test('each reduction is at most as large as the previous one, and the last has neither fields nor user', () => {
  for (const kind of fewFields) {
    const sizes = sizesOf(kind);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const last = reduceDraft(kind, sizes.length - 1);
    expect([last.user, last.subject === 'case' ? last.fields : undefined]).toEqual([undefined, undefined]);
  }
});

test.each([false, true])('the search finds the same fitting reductions as trying each, with a baseline: %j', (told) => {
  const baseline = { applyOverrides: () => {}, overrides: () => false };
  for (const kind of fewFields.slice(0, 40).map((each) => (told ? { ...each, baseline } : each))) {
    const sizes = sizesOf(kind);
    for (const bytes of [0, ...sizes.flatMap((size) => [size - 1, size]), 1_000_000]) {
      const listed = [...listReductions(kind, bytes)].map((draft) => measureSize(kind, draft));
      const fitting = sizes.filter((size) => size <= bytes);
      // The smallest is always tried.
      expect(listed).toEqual(fitting.length > 0 ? fitting : sizes.slice(-1));
    }
  }
});
