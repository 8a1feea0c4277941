import { showJson } from '../../../../model/values/show/showJson.ts';

test.each<[unknown, string]>([
  [{ a: [1, null] }, '{"a":[1,null]}'],
  ['a "text"', '"a \\"text\\""'],
  [undefined, 'undefined'],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), `"${'x'.repeat(24)}…" (61 characters)`],
  ['x'.repeat(1000), `"${'x'.repeat(24)}…" (1,000 characters)`],
  [['x'.repeat(1000)], `["${'x'.repeat(88)}… (1,004 characters of JSON)`],
])('%p is shown as %s', (value, shown) => {
  expect(showJson(value)).toBe(shown);
});

test('JSON of just the length asked for is shown whole', () => {
  expect(showJson([1, 2, 3], 7)).toBe('[1,2,3]');
});

test('says of JSON that is longer than asked for how long it is', () => {
  expect(
    showJson(
      Array.from({ length: 20 }, () => 1),
      30,
    ),
  ).toBe('[1,1,1,1,1,1,1,1,1,1… (41 characters of JSON)');
});
