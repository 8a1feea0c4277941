import { path } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';

/** Where jest and vitest keep the state of `expect`, global or imported. */
const EXPECT = Symbol.for('$$jest-matchers-object');

type StateName = 'testPath' | 'currentTestName' | 'currentConcurrentTestName';

/** What jest's and vitest's `expect` knows of the running test: nothing in other runners. */
export function expectState(): { readonly [Name in StateName]?: unknown } {
  return (globalThis as { [EXPECT]?: { state?: ReturnType<typeof expectState> } })[EXPECT]?.state ?? {};
}

/**
 * The running test file, if the runner provides it: jest, vitest, and `node --test`, which runs each file in its own
 * process.
 */
export function getRunningTestFile(): string | undefined {
  const file = expectState().testPath ?? (isChildOfNodeTest() ? realProcess.argv[1] : undefined);
  return typeof file === 'string' && path.isAbsolute(file) ? file : undefined;
}

/** Whether this process runs one file for `node --test`. */
export function isChildOfNodeTest(): boolean {
  return realProcess.env.NODE_TEST_CONTEXT?.startsWith('child') === true;
}
