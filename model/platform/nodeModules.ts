import { nodeModule } from './nodeModule.ts';

/**
 * Node's file system as it is when this is loaded, which is with the entry: spies that come later replace members of
 * the one object that everybody shares, and not these.
 */
export const fs: typeof import('node:fs') = { ...nodeModule('node:fs') };

/** The same with promises. */
export const fsPromises: typeof import('node:fs/promises') = { ...nodeModule('node:fs/promises') };

/** Node's paths as they are when this is loaded. */
export const path: typeof import('node:path') = { ...nodeModule('node:path') };

/** Node's word for the directory of temporary files, as it is when this is loaded. */
export const { tmpdir }: Pick<typeof import('node:os'), 'tmpdir'> = nodeModule('node:os');

/** Node's comparison of values, as it is when this is loaded. */
export const { isDeepStrictEqual }: Pick<typeof import('node:util'), 'isDeepStrictEqual'> = nodeModule('node:util');

/** The hash of a text in hexadecimal. Its module is loaded late: it is a tenth of what the import of the entry takes. */
export function hexHash(algorithm: 'md5' | 'sha256', text: string): string {
  return nodeModule('node:crypto').createHash(algorithm).update(text).digest('hex');
}
