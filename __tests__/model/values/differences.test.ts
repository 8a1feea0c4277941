import fc from 'fast-check';
import { applyDifferences, listDifferences, walkDifferences } from '../../../model/values/differences.ts';

test('differences name the deepest place, and say what is absent', () => {
  const from = { a: { b: 1, c: [1] }, gone: true };
  const to = { a: { b: 2, c: [1, 2] }, added: null };
  expect(listDifferences(from, to)).toEqual([
    { steps: ['a', 'b'], from: 1, to: 2 },
    { steps: ['a', 'c'], from: [1], to: [1, 2] },
    { steps: ['gone'], from: true },
    { steps: ['added'], to: null },
  ]);
});

test('equal values have none', () => {
  expect(listDifferences({ a: [{ b: 1 }] }, { a: [{ b: 1 }] })).toEqual([]);
});

test('a comparison decides what is the same, and what is looked into; whoever needs one difference compares no more', () => {
  const compared: unknown[] = [];
  const [first] = walkDifferences(
    { a: [1, 2.1], b: [5], c: 1 },
    { a: [1.4, 2.9], b: [5], c: 3 },
    {
      same: (from, to) => {
        compared.push(from);
        return Math.floor(Number(from)) === Math.floor(Number(to));
      },
      opens: (from, to) => typeof from === 'object' && typeof to === 'object',
    },
  );
  expect(first).toEqual({ steps: ['c'], from: 1, to: 3 });
  expect(compared).toEqual([{ a: [1, 2.1], b: [5], c: 1 }, [1, 2.1], 1, 2.1, [5], 1]);
});

test('a member that only one of the two has is missing in the other, whatever every object inherits', () => {
  expect(listDifferences({}, { constructor: 1 })).toEqual([{ steps: ['constructor'], to: 1 }]);
});

test('a member called __proto__ is data like any other', () => {
  const from = JSON.parse('{"a":{}}');
  const to = JSON.parse('{"a":{"__proto__":{"b":1}}}');
  const there = applyDifferences(from, listDifferences(from, to));
  expect(JSON.stringify(there)).toBe(JSON.stringify(to));
  expect(JSON.stringify(applyDifferences(there, listDifferences(there, from)))).toBe(JSON.stringify(from));
  const deeper = JSON.parse('{"a":{"__proto__":{"b":2}}}');
  expect(JSON.stringify(applyDifferences(to, listDifferences(to, deeper)))).toBe(JSON.stringify(deeper));
});

test('applied to the one value they give the other, and leave both as they were', () => {
  const values = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }))
    .map((value) => JSON.parse(JSON.stringify(value)) as typeof value);
  fc.assert(
    fc.property(values, values, (from, to) => {
      const before = JSON.stringify(from);
      expect(applyDifferences(from, listDifferences(from, to))).toEqual(to);
      expect(JSON.stringify(from)).toBe(before);
    }),
  );
});
