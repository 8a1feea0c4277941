import packageJson from '../../package.json';
import { describeRange, isWithin } from './installed/range.ts';
import { refuseUnsupported } from './installed/refuseUnsupported.ts';
import { createRealRequire, realProcess } from './realProcess.ts';

/** The supported versions of jest, each tried in CI. jest is no peer dependency, because other runners work too. */
const JEST = '>=29';

/** @throws Error of one sentence on an unsupported Node */
export function requireNode(version: string = realProcess.versions.node): void {
  const { node } = packageJson.engines;
  if (isWithin(version, node)) return;
  throw refuseUnsupported(
    `connect-cases-contracts runs on Node ${describeRange(node)}; this is Node ${version}. Install a supported Node.`,
  );
}

/**
 * @param version the version of the jest that runs this code, if one does
 * @throws Error of one sentence in an unsupported jest
 */
export function requireJest(version: string | undefined = runningJest()): void {
  if (version === undefined || isWithin(version, JEST)) return;
  throw refuseUnsupported(
    `connect-cases-contracts runs in jest ${describeRange(JEST)}; this is jest ${version}. Run: npm install --save-dev jest@30, and update ts-jest or babel-jest with it.`,
  );
}

/**
 * The version of the jest that runs this code. Node's own module cache holds its runtime, however jest was started or
 * installed. The environment reveals no version, and does not tell jest from vitest.
 */
export function runningJest(loaded: readonly string[] = listLoadedByNode()): string | undefined {
  const runtime = loaded.find((file) => /[\\/]jest-runtime[\\/]build[\\/]index\.js$/.test(file));
  if (runtime === undefined) return undefined;
  try {
    return (createRealRequire(runtime)('../package.json') as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** Every file's `require` shares Node's one cache. A consumer's CommonJS bundle does not have this file's name. */
function listLoadedByNode(): readonly string[] {
  return process.env.JEST_WORKER_ID === undefined ? [] : Object.keys(createRealRequire(realProcess.execPath).cache);
}
