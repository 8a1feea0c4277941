import { readClaims } from '../pact/claim.ts';
import type { Claimed } from '../pact/tableClaim.ts';

/** The table of a directory of parts, with the test files that claim it. */
export function readClaimedTable(directory: string): Claimed {
  return { directory, testFiles: readClaims(directory).map(({ testFile }) => testFile) };
}
