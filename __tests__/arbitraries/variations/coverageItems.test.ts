import { coverageItems, describeCoverageItem } from '../../../arbitraries/variations/coverageItems.ts';

test('a coverage item has an id for the code and words for people, and no two have the same of either', () => {
  const all = Object.values(coverageItems).flatMap((ofClass) => Object.entries<string>(ofClass));
  for (const members of [all.map(([id]) => id), all.map(([, words]) => words)]) {
    expect(new Set(members).size).toBe(members.length);
  }
  expect(describeCoverageItem('clearedField')).toBe('a cleared field');
  expect(describeCoverageItem('largest.ascii')).toBe('largest, ascii');
});
