import packageJson from '../../package.json';
import { inWords, isWithin } from './range.ts';
import { realProcess, realRequire } from './realProcess.ts';
import { unsupported } from './unsupported.ts';

/** The versions of jest that this package is tried with, and all that come after. It is no peer: other runners do. */
const JEST = '>=29';

/** @throws Error of one sentence on a Node that is not supported */
export function requireNode(version: string = realProcess.versions.node): void {
  const { node } = packageJson.engines;
  if (isWithin(version, node)) return;
  throw unsupported(
    `connect-cases-contracts runs on Node ${inWords(node)}; this is Node ${version}. Install a supported Node.`,
  );
}

/**
 * @param version that of the jest that runs this code, if one does
 * @throws Error of one sentence in a jest that is not supported
 */
export function requireJest(version: string | undefined = runningJest()): void {
  if (version === undefined || isWithin(version, JEST)) return;
  throw unsupported(
    `connect-cases-contracts runs in jest ${inWords(JEST)}; this is jest ${version}. Run: npm install --save-dev jest@30, and update ts-jest or babel-jest with it.`,
  );
}

/**
 * The version of the jest that runs this code: its runtime is among the modules that Node itself has loaded, however
 * jest was started and installed. The environment tells no version, and not jest from vitest.
 */
export function runningJest(loaded: readonly string[] = loadedByNode()): string | undefined {
  const runtime = loaded.find((file) => /[\\/]jest-runtime[\\/]build[\\/]index\.js$/.test(file));
  if (runtime === undefined) return undefined;
  try {
    return (realRequire(runtime)('../package.json') as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** Any file's `require` has the one cache of Node. This file's name is not there in a consumer's CommonJS bundle. */
function loadedByNode(): readonly string[] {
  return process.env.JEST_WORKER_ID === undefined ? [] : Object.keys(realRequire(realProcess.execPath).cache);
}
