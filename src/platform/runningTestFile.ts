import { path } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';

/** Where jest and vitest keep the state of their `expect`, whether it is a global or imported. */
const EXPECT = Symbol.for('$$jest-matchers-object');

/** The test file that runs, where the runner tells: jest, vitest, and `node --test`, which gives each file a process. */
export function runningTestFile(): string | undefined {
  const { state } = (globalThis as { [EXPECT]?: { state?: { testPath?: unknown } } })[EXPECT] ?? {};
  const file = state?.testPath ?? (isChildOfNodeTest() ? realProcess.argv[1] : undefined);
  return typeof file === 'string' && path.isAbsolute(file) ? file : undefined;
}

/** Whether this process runs one file for `node --test`. */
export function isChildOfNodeTest(): boolean {
  return realProcess.env.NODE_TEST_CONTEXT?.startsWith('child') === true;
}
