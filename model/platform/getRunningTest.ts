import { expectState } from './getRunningTestFile.ts';

/** The name of the running test with its groups, if the runner provides it: jest and vitest do. */
export function getRunningTest(): string | undefined {
  const { currentConcurrentTestName: concurrent, currentTestName } = expectState();
  const name = (typeof concurrent === 'function' ? (concurrent() as unknown) : undefined) ?? currentTestName;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
