import { nodeModule } from './nodeModule.ts';

/**
 * Node's file system, copied when the entry loads. Later spies replace members of the shared object, not of this copy.
 */
export const fs: typeof import('node:fs') = { ...nodeModule('node:fs') };

/** The same with promises. */
export const fsPromises: typeof import('node:fs/promises') = { ...nodeModule('node:fs/promises') };

/** Node's paths, copied at load time. */
export const path: typeof import('node:path') = { ...nodeModule('node:path') };

/** Node's directory of temporary files, copied at load time. */
export const { tmpdir }: Pick<typeof import('node:os'), 'tmpdir'> = nodeModule('node:os');

/** Node's deep comparison, copied at load time. */
export const { isDeepStrictEqual }: Pick<typeof import('node:util'), 'isDeepStrictEqual'> = nodeModule('node:util');

/**
 * The hash of some texts in hexadecimal, for file names and digests. Its module loads late: it takes a tenth of the
 * entry's import time. `hashText` is for seeds: its numbers make the promised fixtures.
 */
export function hexHash(algorithm: 'md5' | 'sha256', ...texts: readonly string[]): string {
  const hash = nodeModule('node:crypto').createHash(algorithm);
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}
