import { __version } from 'fast-check';
import { describeRange, isWithin } from '../model/platform/installed/range.ts';
import { refuseUnsupported } from '../model/platform/installed/refuseUnsupported.ts';
import packageJson from '../package.json';

requireVersion(__version);

/** @throws Error of one sentence for another major version of fast-check, as `--legacy-peer-deps` permits */
export function requireVersion(version: string): void {
  const range = packageJson.peerDependencies['fast-check'];
  if (isWithin(version, range)) return;
  throw refuseUnsupported(
    `connect-cases-contracts needs fast-check ${describeRange(range)}; what it finds is fast-check ${version}. Run: npm install --save-dev fast-check@4`,
  );
}
