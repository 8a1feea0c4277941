import { findVitestWorker, readRunnerState } from './runnerState.ts';

/** jest and vitest allow a test this many milliseconds by default. */
export const DEFAULT_TEST_LIMIT = 5000;

/** The default number of random events or deliveries: more of them take more time. */
export const DEFAULT_RUNS = 100;

/** Where `jest.setTimeout` keeps its value; jest reads it when the tests of a file begin. */
const SET_TIMEOUT: unique symbol = Symbol.for('TEST_TIMEOUT_SYMBOL');

const realm = globalThis as { [SET_TIMEOUT]?: unknown };

/** The milliseconds that the runner allows the running test, if jest or vitest shows them; 0 is no limit. */
export function findTestLimit(): number | undefined {
  return readRunnerState().limit;
}

/** Raises the limit of the tests in the loading test file to a number of milliseconds. Tests that run keep theirs. */
export function raiseTestLimit(milliseconds: number): void {
  const limit = findTestLimit();
  const before = Math.max(limit ?? 0, Number(realm[SET_TIMEOUT] ?? 0));
  if (limit === undefined || limit === 0 || before >= milliseconds) return;
  const config = findVitestWorker()?.config;
  if (config === undefined) realm[SET_TIMEOUT] = milliseconds;
  else config.testTimeout = milliseconds;
}
