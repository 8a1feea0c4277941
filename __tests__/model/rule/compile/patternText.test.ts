import { runInNewContext } from 'node:vm';
import { writePattern } from '../../../../model/rule/compile/patternText.ts';
import { refusal } from '../../../helpers/refusal.ts';

test('an object is written as JSON, and a text stays as it is', () => {
  expect(writePattern({ a: [1, null, true, 'x'] })).toBe('{"a":[1,null,true,"x"]}');
  expect(writePattern(' {"a":[1.0]}')).toBe(' {"a":[1.0]}');
  expect(writePattern(runInNewContext('({ a: [1] })'))).toBe('{"a":[1]}');
  expect(writePattern(Object.assign(Object.create(null), { a: [1] }))).toBe('{"a":[1]}');
});

const cycle: { a: unknown[] } = { a: [] };
cycle.a.push(cycle);

test.each([
  [undefined, 'pattern is undefined; allowed: an event pattern: an object, or its JSON as text.'],
  [() => 0, 'pattern is a function; allowed: an event pattern: an object, or its JSON as text.'],
  [{ a: [undefined] }, 'pattern.a[0] is undefined; allowed: plain JSON.'],
  [{ a: [Number.NaN] }, 'pattern.a[0] is NaN; allowed: plain JSON.'],
  [{ 'a b': [1n] }, 'pattern["a b"][0] is 1n; allowed: plain JSON.'],
  [{ a: [new Date(0)] }, 'pattern.a[0] is 1970-01-01T00:00:00.000Z; allowed: plain JSON.'],
  [cycle, /^pattern\.a\[0\] is .*Circular.*; allowed: plain JSON\.$/],
  [
    { a: [/CASE/] },
    'pattern.a[0] is /CASE/; allowed: plain JSON. Patterns have no regular expressions: write { wildcard: "…*…" }.',
  ],
])('%p is refused', (pattern, message) => {
  expect(refusal(() => writePattern(pattern))).toEqual(
    typeof message === 'string' ? message : expect.stringMatching(message),
  );
});

test('a hole in a list is refused, because JSON would fill it', () => {
  // biome-ignore lint/suspicious/noSparseArray: the hole is the subject
  expect(refusal(() => writePattern({ a: [, 'x'] }))).toBe('pattern.a[0] is undefined; allowed: plain JSON.');
});

test('objects within objects have an end', () => {
  let deep: object = { a: ['x'] };
  for (let level = 0; level < 20_000; level++) deep = { a: deep };
  expect(refusal(() => writePattern(deep))).toBe(
    'pattern is "an object"; allowed: up to 1,000 levels of objects and lists. The engine of EventBridge reads no JSON with more than 1,000 levels.',
  );
});

// The constraint is one of the API, and its model counts Unicode scalar values.
test('a character outside the basic plane counts once', () => {
  expect(writePattern({ a: ['😀'.repeat(4096 - '{"a":[""]}'.length)] })).toContain('😀');
});

test('a pattern has no more than 4,096 characters', () => {
  const longest = { a: ['x'.repeat(4096 - '{"a":[""]}'.length)] };
  expect(writePattern(longest)).toHaveLength(4096);
  expect(refusal(() => writePattern(`${JSON.stringify(longest)} `))).toBe(
    'pattern is 4,097 characters of JSON; allowed: up to 4,096 characters. AWS says: an event pattern has no more than 4,096 characters. Shorten it with prefix or wildcard, or write several rules.',
  );
});
