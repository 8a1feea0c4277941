import { makeLongIdentifier, makeUuid } from '../../../model/values/identifiers.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('100,000 numbers give 100,000 UUIDs of version 4', () => {
  const ids = Array.from({ length: 100_000 }, (_, number) => makeUuid(number));
  expect(ids.filter((id) => !form.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(100_000);
});

test('a number always gives the same UUID, and another UUID for another purpose', () => {
  expect(makeUuid(5)).toBe('550509b2-8311-4ce7-9a0e-cb0ea5456233');
  expect(makeUuid(5, 1)).toBe('2c1d89f9-4466-4d19-8ef0-d6283ed97089');
  expect(new Set(Array.from({ length: 50 }, (_, purpose) => makeUuid(5, purpose))).size).toBe(50);
});

test('long identifiers begin with a UUID and have the length asked for', () => {
  for (const length of [36, 37, 100, 499, 500]) {
    expect(makeLongIdentifier(length)).toHaveLength(length);
    expect(makeLongIdentifier(length).slice(0, 36)).toMatch(form);
    expect(makeLongIdentifier(length)).toMatch(/^[0-9a-f-]+$/);
  }
});
