import { createRequire } from 'node:module';
import { describeRange } from '../model/platform/installed/range.ts';
import { refuseUnsupported } from '../model/platform/installed/refuseUnsupported.ts';
import packageJson from '../package.json';

// The first import of the entries that draw events. For an ES module the check comes too late: Node links fast-check
// before it runs, and may find it by other rules.
if (!__filename.endsWith('.mjs')) requireInstalled(createRequire(__filename).resolve);

/** @throws Error of one sentence if fast-check cannot be found */
export function requireInstalled(resolve: (name: string) => string): void {
  try {
    resolve('fast-check');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') return;
    const range = packageJson.peerDependencies['fast-check'];
    throw refuseUnsupported(
      `connect-cases-contracts needs fast-check ${describeRange(range)}, which is not installed. Run: npm install --save-dev fast-check@4`,
    );
  }
}
