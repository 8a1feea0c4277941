import { createRequire } from 'node:module';
import { realProcess } from './realProcess.ts';

/**
 * Node's own module, whatever a test puts in its place: a runner's registry of modules (`jest.mock('fs')`, memfs) is not
 * asked. (Node 22.0 to 22.2 lacks the door.)
 */
export function nodeModule<Module>(name: `node:${string}`): Module {
  const own = realProcess.getBuiltinModule as ((name: string) => Module) | undefined;
  return own?.call(realProcess, name) ?? (createRequire(realProcess.execPath)(name) as Module);
}

/**
 * Node's file system as it is when this is loaded, which is with the entry: spies that come later replace members of
 * the one object that everybody shares, and not these.
 */
export const fs: typeof import('node:fs') = { ...nodeModule<typeof import('node:fs')>('node:fs') };

/** The same with promises. */
export const fsPromises: typeof import('node:fs/promises') = {
  ...nodeModule<typeof import('node:fs/promises')>('node:fs/promises'),
};

/** Node's paths as they are when this is loaded. */
export const path: typeof import('node:path') = { ...nodeModule<typeof import('node:path')>('node:path') };

/** Node's word for the directory of temporary files, as it is when this is loaded. */
export const { tmpdir }: Pick<typeof import('node:os'), 'tmpdir'> = nodeModule<typeof import('node:os')>('node:os');

/** The hash of a text in hexadecimal. Its module is loaded late: it is a tenth of what the import of the entry takes. */
export function hexHash(algorithm: 'md5' | 'sha256', text: string): string {
  const { createHash } = nodeModule<typeof import('node:crypto')>('node:crypto');
  return createHash(algorithm).update(text).digest('hex');
}
