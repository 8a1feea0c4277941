import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { fitLines, formatDifference } from '../../../../src/harness/failure/failureLines.ts';

const before = 'arn:aws:connect:eu-central-1:444455556666:instance/5f2c8a0d-3b1e-4c6f-9a7b-8e4d2f1c0b9a';

test('the texts of a difference are shown where they differ', () => {
  const [from, to] = ['user', 'agent'].map((kind) => `${before}/${kind}/3d7e1f60-4b5c-4a1d-8e2f-9c0b1a2d3e4f`);
  expect(formatDifference({ steps: ['detail', 'performedBy', 'user', 'userArn'], from, to }, exampleDomain)).toBe(
    'detail.performedBy.user.userArn: "…b-8e4d2f1c0b9a/user/3d7e1f60-4b5c-4a1d-8e2f-…" (129 characters) → "…b-8e4d2f1c0b9a/agent/3d7e1f60-4b5c-4a1d-8e2f…" (130 characters)',
  );
});

test('of two lists the differing elements are shown', () => {
  const [from, to] = ['one', 'other'].map((last) => [before, `${before}/${last}`]);
  expect(formatDifference({ steps: ['resources'], from, to }, exampleDomain)).toBe(
    'resources: […, "…-8e4d2f1c0b9a/one" (91 characters)] (2 elements) → […, "…-8e4d2f1c0b9a/other" (93 characters)] (2 elements)',
  );
});

test.each([
  [{ to: null }, 'absent → null'],
  [{ from: 'x' }, '"x" → absent'],
  [{ from: undefined, to: 1 }, 'undefined → 1'],
])('of %j an absent side is named: %s', (sides, shown) => {
  expect(formatDifference({ steps: ['a'], ...sides }, exampleDomain)).toBe(`a: ${shown}`);
});

test('lines that have to fit are at most so many, with the one that counts', () => {
  const write = (item: number): string => `item ${item}`;
  expect(fitLines([1, 2, 3], 3, write)).toEqual(['item 1', 'item 2', 'item 3']);
  expect(fitLines([1, 2, 3, 4], 3, write)).toEqual(['item 1', 'item 2', 'and 2 more']);
});
