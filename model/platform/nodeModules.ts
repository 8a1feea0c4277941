import { loadNodeModule } from './loadNodeModule.ts';

/**
 * Node's file system, copied when the entry loads. Later spies replace members of the shared object, not of this copy.
 */
export const fs: typeof import('node:fs') = { ...loadNodeModule('node:fs') };

/** The same with promises. */
export const fsPromises: typeof import('node:fs/promises') = { ...loadNodeModule('node:fs/promises') };

/** Node's paths, copied at load time. */
export const path: typeof import('node:path') = { ...loadNodeModule('node:path') };

/** Node's directory of temporary files, copied at load time. */
export const { tmpdir }: Pick<typeof import('node:os'), 'tmpdir'> = loadNodeModule('node:os');

/** Node's deep comparison, copied at load time. */
export const { isDeepStrictEqual }: Pick<typeof import('node:util'), 'isDeepStrictEqual'> = loadNodeModule('node:util');

/**
 * The hash of some texts in hexadecimal, for file names and digests. Its module loads late: it takes a tenth of the
 * entry's import time. `hashText` is for seeds: its numbers make the promised fixtures.
 */
export function hashToHex(algorithm: 'md5' | 'sha256', ...texts: readonly string[]): string {
  const hash = loadNodeModule('node:crypto').createHash(algorithm);
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}
