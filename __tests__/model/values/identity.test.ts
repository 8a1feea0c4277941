import { deriveId, deriveShift, type Identity } from '../../../model/values/identity.ts';

test('ids of other numbers, runs and purposes are other ones', () => {
  const identities: Identity[] = [1, 2, 1024].flatMap((number) => [0, -5, 99].map((run) => ({ number, run })));
  const ids = identities.flatMap((identity) => [0, 1, 2, 3, 4, 5].map((purpose) => deriveId(identity, purpose)));
  expect(new Set(ids).size).toBe(ids.length);
});

test('what varies by identity stays as it is without one', () => {
  expect(deriveShift(undefined)).toBe(0);
  const shifts = [1, 2, 1024].flatMap((number) => [0, -5, 99].map((run) => deriveShift({ number, run })));
  expect(new Set(shifts).size).toBe(shifts.length);
});
