import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../helpers/refusal.ts';

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
  'allowed: up to 1,000. AWS says: $or takes a list of at least two objects, and the lengths of all lists of $or multiply to no more than 1,000 combinations. Write the alternatives of one key in its list, or write several rules.';

test('more combinations are refused, even if no machine could list them', () => {
  expect(refusal(() => eventPattern({ a: choose('x', 10), b: choose('x', 10), c: choose('x', 11) }))).toBe(
    `pattern is a pattern with 1,100 combinations of $or; ${rest}`,
  );
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, choose('x', 2)]));
  expect(refusal(() => eventPattern(many))).toBe(`pattern is a pattern with 1,048,576 combinations of $or; ${rest}`);
});

// The quotas of EventBridge count so; the engine alone would take the 32 combinations that there are.
test('nested lists of $or count as often as they are long, although fewer combinations exist', () => {
  const branches = Array.from({ length: 16 }, (_, index) => ({ [index]: choose('x', 2) }));
  expect(refusal(() => eventPattern({ $or: branches }))).toBe(
    `pattern is a pattern with 1,048,576 combinations of $or; ${rest}`,
  );
  expect(eventPattern({ $or: branches.slice(0, 6) }).matches({ 5: { x: 1 } })).toBe(true);
});

// MAXIMUM_RULE_SIZE in GenericMachine of the engine.
test('256 keys may have conditions, in each combination, and no more', () => {
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [index, [1]]));
  expect(eventPattern(keys(256)).matches(Object.fromEntries(Array.from({ length: 256 }, (_, key) => [key, 1])))).toBe(
    true,
  );
  expect(refusal(() => eventPattern(keys(257)))).toBe(
    'pattern is a pattern with 257 keys that must all match; allowed: up to 256. The engine of EventBridge takes no more than 256 keys with conditions, counted for each combination of $or. Write only the keys that decide.',
  );
  expect(eventPattern({ $or: [keys(200), { other: keys(200) }] }).matches({})).toBe(false);
});
