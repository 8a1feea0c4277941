import { __version } from 'fast-check';
import { inWords, isWithin } from '../model/platform/range.ts';
import { unsupported } from '../model/platform/unsupported.ts';
import packageJson from '../package.json';

requireVersion(__version);

/** @throws Error of one sentence for another major version of fast-check, as `--legacy-peer-deps` permits */
export function requireVersion(version: string): void {
  const range = packageJson.peerDependencies['fast-check'];
  if (isWithin(version, range)) return;
  throw unsupported(
    `connect-cases-contracts needs fast-check ${inWords(range)}; what it finds is fast-check ${version}. Run: npm install --save-dev fast-check@4`,
  );
}
