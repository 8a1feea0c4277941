import { expectState } from './runningTestFile.ts';

/** The name of the test that runs, with those of its groups, where the runner tells: jest and vitest. */
export function runningTest(): string | undefined {
  const { currentConcurrentTestName: concurrent, currentTestName } = expectState();
  const name = (typeof concurrent === 'function' ? (concurrent() as unknown) : undefined) ?? currentTestName;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
