import { discrepancyLine, findDiscrepancy } from '../../../../../src/harness/delivery/observation/discrepancy.ts';

const before = 'x'.repeat(100);

function line(expected: unknown, received: unknown): string {
  const found = findDiscrepancy(expected, received);
  return found === undefined ? 'nothing differs' : discrepancyLine(found);
}

test('long texts are shown where they differ', () => {
  expect(line({ title: `${before} open` }, { title: `${before} closed` })).toBe(
    `observe().title: "…${'x'.repeat(14)} open" (105 characters) expected, "…${'x'.repeat(14)} closed" (107 characters) received`,
  );
});
