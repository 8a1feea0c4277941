import { buildBaselineDraft } from '../../../arbitraries/plan/buildDraft.ts';
import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { findTextSites } from '../../../arbitraries/size/textSites.ts';
import type { RelatedItemDraft } from '../../../model/event/compose.ts';
import { measureLength } from '../../../model/values/text.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

const [created, , , comment] = kindsIn(worlds['the example domain'] as never);

test('one more character in any text makes the event one byte larger', () => {
  let sites = 0;
  for (const kind of everyKind()) {
    const draft = buildBaselineDraft(kind);
    let bytes = measureSize(kind, draft);
    for (const { holder, member } of findTextSites(kind, draft, measureLength, true)) {
      holder[member] += 'a';
      expect(measureSize(kind, draft)).toBe(++bytes);
      sites++;
    }
  }
  expect(sites).toBeGreaterThan(400);
});

test('the room of a text is the number of code points below its maximum', () => {
  const draft = buildBaselineDraft(comment as never);
  const [before] = findTextSites(comment as never, draft, measureLength, false);
  Object.assign((draft as RelatedItemDraft).content as object, { body: '🙂'.repeat(14_999) });
  const [after] = findTextSites(comment as never, draft, measureLength, false);
  expect([before?.member, before?.room, after?.room]).toEqual(['body', 15_000 - 47, 1]);
});

test('URLs are padded only if no fields are added', () => {
  const domain = worlds['a domain of 400 fields'] as never;
  const [kind] = kindsIn(domain);
  const draft = buildBaselineDraft(kind as never);
  const [some, all] = [false, true].map((each) => findTextSites(kind as never, draft, measureLength, each).length);
  expect(some).toBeLessThan(all as number);
});

test('overridden texts are not padded', () => {
  const baseline = { applyOverrides: () => {}, overrides: (...path: string[]) => path.at(-1) === 'summary' };
  const members = (kind: object): unknown[] => {
    const draft = buildBaselineDraft(kind as never);
    return findTextSites(kind as never, draft, measureLength, true).map(({ holder }) => holder);
  };
  const kept = members({ ...created, baseline });
  expect(kept.length).toBe(members(created as object).length - 1);
});
