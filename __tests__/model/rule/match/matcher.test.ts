import fc from 'fast-check';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';

/** A value of an event with its flat name, and the elements of lists in which it lies. */
interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly elements: readonly (readonly [list: number, index: number])[];
}

/** All fields of an event, flat, as AWS's engine lists them. */
function flatten(event: object): readonly Field[] {
  const fields: Field[] = [];
  let lists = 0;
  const add = (value: unknown, name: string, elements: Field['elements']): void => {
    if (Array.isArray(value)) {
      const list = lists++;
      for (const [index, item] of value.entries()) {
        add(item, name, typeof item === 'object' && item !== null ? [...elements, [list, index]] : elements);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) add(item, name === '' ? key : `${name}.${key}`, elements);
    } else {
      fields.push({ name, value, elements });
    }
  };
  add(event, '', []);
  return fields;
}

const agree = (one: Field['elements'], other: Field['elements']): boolean =>
  one.every(([list, index]) => other.every(([otherList, otherIndex]) => list !== otherList || index === otherIndex));

type Leaves = readonly (readonly [name: string, admitted: readonly unknown[], absent: boolean])[];

/** Tries every choice of a field for each leaf, in the order of names. */
function matchesByTrying(leaves: Leaves, fields: readonly Field[], chosen: Field['elements'] = []): boolean {
  const [leaf, ...others] = leaves;
  if (leaf === undefined) return true;
  const [name, admitted, absent] = leaf;
  const possible = fields.filter((field) => field.name === name && agree(field.elements, chosen));
  if (absent && possible.length === 0 && matchesByTrying(others, fields, chosen)) return true;
  return possible.some(
    ({ value, elements }) => admitted.includes(value) && matchesByTrying(others, fields, [...chosen, ...elements]),
  );
}

const names = ['a', 'a.b', 'a.b.c', 'a.c', 'b', 'b.c'];
const scalar = fc.constantFrom('x', 'y', 1, null);
const key = fc.constantFrom('a', 'b', 'c', 'a.b', 'b.c');
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));
const anyEvent = fc.dictionary(key, anyValue, { maxKeys: 3 });
const anyLeaves = fc
  .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen
        .toSorted()
        .map((name) => fc.tuple(fc.constant(name), fc.subarray(['x', 'y', 1, null], { minLength: 1 }), fc.boolean())),
    ),
  ) as fc.Arbitrary<Leaves>;

const compile = (leaves: Leaves) =>
  eventPattern(
    Object.fromEntries(
      leaves.map(([name, admitted, absent]) => [name, [...admitted, ...(absent ? [{ exists: false }] : [])]]),
    ),
  );

test('an event matches if some choice of its fields meets all leaves in the same elements', () => {
  let matched = 0;
  fc.assert(
    fc.property(anyLeaves, anyEvent, (leaves, event) => {
      const expected = matchesByTrying(leaves, flatten(event));
      matched += Number(expected);
      expect(compile(leaves).matches(event)).toBe(expected);
    }),
    { numRuns: 3000 },
  );
  expect(matched).toBeGreaterThan(300);
});

test('an event that does not match is explained, and one that matches is not', () => {
  fc.assert(
    fc.property(anyLeaves, anyEvent, (leaves, event) => {
      const pattern = compile(leaves);
      expect(pattern.explain(event).length === 0).toBe(pattern.matches(event));
    }),
    { numRuns: 1000 },
  );
});

const objects = [{ a: 1, b: 2 }, { a: 3, b: 4 }, { a: 5 }];

test.each([
  ['the same element', { list: { a: [1], b: [2] } }, true],
  ['different elements', { list: { a: [1], b: [4] } }, false],
  ['absence from the chosen element', { list: { a: [5], b: [{ exists: false }] } }, true],
  ['absence from another element', { list: { a: [1], b: [{ exists: false }] } }, false],
  ['absence before an element is chosen', { list: { a: [{ exists: false }], b: [2] } }, false],
])('conditions on %s: %j', (_, pattern, expected) => {
  expect(eventPattern(pattern).matches({ list: objects })).toBe(expected);
});

test('a list that occurs twice in memory is two lists', () => {
  expect(eventPattern({ one: { a: [1] }, two: { b: [4] } }).matches({ one: objects, two: objects })).toBe(true);
});

test('names of Object.prototype are absent', () => {
  expect(eventPattern({ constructor: { name: ['Object'] } }).matches({})).toBe(false);
  expect(eventPattern('{"__proto__":{"x":[{"exists":false}]}}').matches({})).toBe(true);
});

test('a list of many equal values is tried once', () => {
  const many = Array.from({ length: 300 }, () => 'x');
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const event = Object.fromEntries(names.map((name) => [name, many]));
  const pattern = Object.fromEntries(names.map((name) => [name, ['x']]));
  expect(eventPattern({ ...pattern, g: ['x'] }).matches(event)).toBe(false);
});

test('a condition holds in one element of many, whichever it is', () => {
  const list = Array.from({ length: 3000 }, (_, index) => ({ a: 1, b: 2, c: index === 2999 ? 3 : 4 }));
  expect(eventPattern({ list: { a: [1], b: [2], c: [3] } }).matches({ list })).toBe(true);
  expect(eventPattern({ list: { a: [1], b: [2], c: [5] } }).matches({ list })).toBe(false);
});

test('lists in lists are read as deep as the engine of AWS reads JSON', () => {
  const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);
  let deepest: unknown = 1;
  for (let levels = 0; levels < 100_000; levels++) deepest = [deepest];
  const pattern = eventPattern({ x: [1] });
  expect(pattern.matches({ x: nest(900) })).toBe(true);
  expect(pattern.matches({ x: deepest })).toBe(false);
});

/** How many values the engine looks at for one event with lists of so many objects. */
function countLooks(pattern: object, toEvent: (list: readonly object[]) => object, length: number): number {
  let looks = 0;
  const look = (): string => {
    looks += 1;
    return 'x';
  };
  const element = Object.defineProperty({}, 'a', { enumerable: true, get: look });
  const list = Array.from({ length }, () => element);
  expect(eventPattern(pattern).matches(toEvent(list))).toBe(false);
  return looks;
}

const x = { a: ['x'] };
const never = { a: ['y'] };
test.each<[string, object, (list: readonly object[]) => object]>([
  ['two unrelated lists', { one: x, two: never }, (list) => ({ one: list, two: list })],
  [
    'four unrelated lists',
    { one: x, three: x, two: x, zero: never },
    (one) => ({ one, two: one, three: one, zero: one }),
  ],
  ['a list and a value after it', { one: x, two: x, z: ['y'] }, (list) => ({ one: list, two: list, z: 'x' })],
  ['a list that must be empty', { one: x, two: { a: [{ exists: false }] } }, (list) => ({ one: list, two: list })],
  ['two lists in an element', { o: { one: x, two: never } }, (list) => ({ o: [{ one: list, two: list }] })],
])('the work grows no faster than the lists: %s', (_, pattern, toEvent) => {
  expect(countLooks(pattern, toEvent, 2000)).toBeLessThanOrEqual(2 * countLooks(pattern, toEvent, 1000));
});
