import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../refusal.ts';

/** A `$or` of so many branches on one key. */
const choose = (key: string, count: number) => ({
  $or: Array.from({ length: count }, (_, index) => ({ [key]: [index] })),
});

test('a thousand combinations are compiled, and each is tried', () => {
  const pattern = eventPattern({ a: choose('x', 10), b: choose('x', 10), c: choose('x', 10) });
  expect(pattern.matches({ a: { x: 9 }, b: { x: 0 }, c: { x: 9 } })).toBe(true);
  expect(pattern.matches({ a: { x: 9 }, b: { x: 10 }, c: { x: 9 } })).toBe(false);
});

const rest =
  'allowed: up to 1,000. AWS says: $or takes a list of at least two objects, and may lead to no more than 1,000 combinations. Write the alternatives of one key in its list, or write several rules.';

test('more combinations are refused, even if no machine could count them', () => {
  expect(refusal(() => eventPattern({ a: choose('x', 10), b: choose('x', 10), c: choose('x', 11) }))).toBe(
    `pattern is a pattern with 1,100 combinations of $or or more; ${rest}`,
  );
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index, choose('x', 2)]));
  expect(refusal(() => eventPattern(many))).toBe(
    `pattern is a pattern with 1,024 combinations of $or or more; ${rest}`,
  );
});
