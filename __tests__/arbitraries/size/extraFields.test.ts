import { buildBaselineDraft } from '../../../arbitraries/plan/buildDraft.ts';
import { findExtraFields } from '../../../arbitraries/size/extraFields.ts';
import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { countReductions, reduceDraft } from '../../../arbitraries/size/reductions.ts';
import { catalogueIds } from '../../../arbitraries/values/addedIds.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

test('each added field takes its overhead, and the first one also the bytes of the map', () => {
  let measured = 0;
  for (const kind of everyKind()) {
    for (const index of [0, countReductions(kind)]) {
      const { most, overhead, opening } = findExtraFields(kind, reduceDraft(kind, index));
      for (const count of most === 0 ? [] : [1, 2, most]) {
        const draft = reduceDraft(kind, index);
        const bytes = measureSize(kind, draft);
        const values = findExtraFields(kind, draft).add(count, catalogueIds);
        expect(values).toEqual(Array(count).fill({ stringValue: '' }));
        expect(measureSize(kind, draft) - bytes).toBe(count * overhead + opening);
        measured++;
      }
    }
  }
  expect(measured).toBeGreaterThan(100);
});

test('an event takes the fields that its domain may still include, and none if a baseline overrides them all', () => {
  const [kind] = kindsIn(worlds['a domain of one number'] as never);
  const baseline = { applyOverrides: () => {}, overrides: (...path: string[]) => path.at(-1) === 'fields' };
  const mostOf = (each: object): number => findExtraFields(each as never, buildBaselineDraft(each as never)).most;
  expect([mostOf(kind as object), mostOf({ ...kind, baseline })]).toEqual([399, 0]);
});
