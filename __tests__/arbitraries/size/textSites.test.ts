import { buildBaselineParts } from '../../../arbitraries/plan/parts.ts';
import { measureSize } from '../../../arbitraries/size/measureSize.ts';
import { findTextSites } from '../../../arbitraries/size/textSites.ts';
import type { RelatedItemParts } from '../../../model/event/compose.ts';
import { codePoints } from '../../../model/values/text.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

const [created, , , comment] = kindsIn(worlds['the example domain'] as never);

test('one more character in a text makes the event one byte larger, at every place', () => {
  let sites = 0;
  for (const kind of everyKind()) {
    const parts = buildBaselineParts(kind);
    let bytes = measureSize(kind, parts);
    for (const { holder, member } of findTextSites(kind, parts, codePoints, true)) {
      holder[member] += 'a';
      expect(measureSize(kind, parts)).toBe(++bytes);
      sites++;
    }
  }
  expect(sites).toBeGreaterThan(400);
});

test('the room of a text is what it lacks to its maximum, in code points', () => {
  const parts = buildBaselineParts(comment as never);
  const [before] = findTextSites(comment as never, parts, codePoints, false);
  Object.assign((parts as RelatedItemParts).content as object, { body: '🙂'.repeat(14_999) });
  const [after] = findTextSites(comment as never, parts, codePoints, false);
  expect([before?.member, before?.room, after?.room]).toEqual(['body', 15_000 - 47, 1]);
});

test('URLs are padded only where no fields are added', () => {
  const domain = worlds['a domain of 400 fields'] as never;
  const [kind] = kindsIn(domain);
  const parts = buildBaselineParts(kind as never);
  const [some, all] = [false, true].map((each) => findTextSites(kind as never, parts, codePoints, each).length);
  expect(some).toBeLessThan(all as number);
});

test('what a baseline overrides is left alone', () => {
  const baseline = { applyOverrides: () => {}, overrides: (...path: string[]) => path.at(-1) === 'summary' };
  const members = (kind: object): unknown[] => {
    const parts = buildBaselineParts(kind as never);
    return findTextSites(kind as never, parts, codePoints, true).map(({ holder }) => holder);
  };
  const kept = members({ ...created, baseline });
  expect(kept.length).toBe(members(created as object).length - 1);
});
