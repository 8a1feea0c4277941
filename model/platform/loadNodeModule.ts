import { createRequire } from 'node:module';

/** Node's own modules by their names. */
interface NodeModules {
  readonly 'node:async_hooks': typeof import('node:async_hooks');
  readonly 'node:buffer': typeof import('node:buffer');
  readonly 'node:crypto': typeof import('node:crypto');
  readonly 'node:fs': typeof import('node:fs');
  readonly 'node:fs/promises': typeof import('node:fs/promises');
  readonly 'node:os': typeof import('node:os');
  readonly 'node:path': typeof import('node:path');
  readonly 'node:timers': typeof import('node:timers');
  readonly 'node:url': typeof import('node:url');
  readonly 'node:util': typeof import('node:util');
  readonly 'node:vm': typeof import('node:vm');
  readonly 'node:worker_threads': typeof import('node:worker_threads');
}

/**
 * Node's own module, even if a test replaces it: this bypasses a runner's registry (`jest.mock('fs')`, memfs). (Node
 * 22.0 to 22.2 lacks the function for it.)
 */
export function loadNodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] {
  const own = process.getBuiltinModule as ((name: Name) => NodeModules[Name]) | undefined;
  return own?.(name) ?? (createRequire(process.execPath)(name) as NodeModules[Name]);
}
