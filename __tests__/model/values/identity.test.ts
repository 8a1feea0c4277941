import { deriveId, deriveShift, type Identity, listIds } from '../../../model/values/identity.ts';

test('all ids of an identity are listed in the same order for each', () => {
  const [one, other] = [1, 2].map((number) => listIds({ number, run: 7 })) as [string[], string[]];
  expect(one).toEqual([0, 1, 2, 3, 4, 5].map((purpose) => deriveId({ number: 1, run: 7 }, purpose)));
  expect(new Set([...one, ...other]).size).toBe(12);
});

test('ids differ by number, run and purpose', () => {
  const identities: Identity[] = [1, 2, 1024].flatMap((number) => [0, -5, 99].map((run) => ({ number, run })));
  const ids = identities.flatMap((identity) => [0, 1, 2, 3, 4, 5].map((purpose) => deriveId(identity, purpose)));
  expect(new Set(ids).size).toBe(ids.length);
});

test('without an identity, nothing varies', () => {
  expect(deriveShift(undefined)).toBe(0);
  const shifts = [1, 2, 1024].flatMap((number) => [0, -5, 99].map((run) => deriveShift({ number, run })));
  expect(new Set(shifts).size).toBe(shifts.length);
});
