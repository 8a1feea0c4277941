import { contractsFor } from '../../../contracts/contractsFor.ts';
import { findTestLimit, raiseTestLimit } from '../../../model/platform/testLimit.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

const SET_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const realm = globalThis as { [SET_TIMEOUT]?: unknown; __vitest_worker__?: unknown };
const before = realm[SET_TIMEOUT];
const { CASES_RUNS } = process.env;

afterEach(() => {
  realm[SET_TIMEOUT] = before;
  delete realm.__vitest_worker__;
  if (CASES_RUNS === undefined) delete process.env.CASES_RUNS;
});

test("the limit is that of jest's configuration", () => {
  expect(findTestLimit()).toBe(120_000);
});

test('the limit of a single test comes first', () => {
  expect(findTestLimit()).toBe(77_000);
}, 77_000);

test('a higher limit is set as jest.setTimeout does, and a lower one is not', () => {
  raiseTestLimit(200_000);
  expect(realm[SET_TIMEOUT]).toBe(200_000);
  raiseTestLimit(150_000);
  expect(realm[SET_TIMEOUT]).toBe(200_000);
});

test('CASES_RUNS raises the limit of the tests of a table', () => {
  const limits = ['', '100', '1000', '100000'].map((runs) => {
    process.env.CASES_RUNS = runs;
    contractsFor('refunds', ignoringAll);
    return realm[SET_TIMEOUT];
  });
  expect(limits).toEqual([before, before, before, 5_000_000]);
});
