import { findDiscrepancy, formatDiscrepancy } from '../../../../../src/harness/delivery/observation/discrepancy.ts';
import { NotJson } from '../../../../../src/harness/delivery/observation/notJson.ts';

const before = 'x'.repeat(100);

function line(expected: unknown, received: unknown): string {
  const found = findDiscrepancy(expected, received);
  return found === undefined ? 'nothing differs' : formatDiscrepancy(found);
}

test('long texts are shown where they differ', () => {
  expect(line({ title: `${before} open` }, { title: `${before} closed` })).toBe(
    `observe().title: "…${'x'.repeat(14)} open" (105 characters) expected, "…${'x'.repeat(14)} closed" (107 characters) received`,
  );
});

test('a place is written as code that reads it', () => {
  expect(line([['a', 1]], [['a', 2]])).toBe('observe()[0][1]: 1 expected, 2 received');
  expect(line([], [1])).toBe('observe()[0]: nothing expected, 1 received');
  expect(line({ rows: { 0: [1] } }, { rows: { 0: [] } })).toBe('observe().rows.0[0]: 1 expected, nothing received');
  expect(line({ 'odd key': 1 }, { 'odd key': 2 })).toBe('observe()["odd key"]: 1 expected, 2 received');
  expect(line(1, 2)).toBe('observe(): 1 expected, 2 received');
});

test('the same values in another order differ from other values, at any depth', () => {
  expect(findDiscrepancy([{ rows: [1, 2] }], [{ rows: [2, 1] }])?.isReordered).toBe(true);
  expect(findDiscrepancy([{ rows: [1, 2] }], [{ rows: [2, 2] }])?.isReordered).toBeUndefined();
  expect(findDiscrepancy({ a: 1, b: 2 }, { a: 2, b: 1 })?.isReordered).toBeUndefined();
  expect(findDiscrepancy('ab', 'ba')?.isReordered).toBeUndefined();
});

test('values of different kinds differ as a whole, even with equal members', () => {
  expect(line({ rows: [1] }, { rows: { 0: 1 } })).toBe('observe().rows: [1] expected, {"0":1} received');
  expect(line({ row: null }, { row: {} })).toBe('observe().row: null expected, {} received');
  expect(line({ row: new NotJson('a Map') }, { row: { text: 'a Map' } })).toBe(
    'observe().row: a Map expected, {"text":"a Map"} received',
  );
});
