import path from 'node:path';
import { readFileText } from '../../../model/platform/readFileText.ts';

/** The runners whose tests `init` writes. */
export const runnerNames = ['jest', 'vitest', 'node'] as const;

/** A runner of tests; `node` is Node's own, `node:test`. */
export type RunnerName = (typeof runnerNames)[number];

/** What a project says about its tests. */
export interface Project {
  /** The name of its package, without a scope; undefined if it has none. */
  readonly name: string | undefined;
  /** The runner that it uses; undefined if it names none. */
  readonly runner: RunnerName | undefined;
  /** Whether its `.js` and `.ts` files are ES modules for Node. */
  readonly isModule: boolean;
  /** Whether imports of TypeScript name the `.js` file that it becomes, as Node's resolution wants. */
  readonly namesOutput: boolean;
  /** Whether the types of jest's globals come from `@jest/globals` alone. */
  readonly importsJest: boolean;
}

interface PackageJson {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly scripts?: { readonly test?: unknown };
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** Reads the nearest package.json and tsconfig.json, at a directory or above it. */
export function readProject(directory: string): Project {
  const json = (readNearest(directory, 'package.json', JSON.parse) ?? {}) as PackageJson;
  const packages = Object.keys({ ...json.dependencies, ...json.devDependencies });
  const isModule = json.type === 'module';
  const resolution = readNearest(directory, 'tsconfig.json', findResolution);
  return {
    name: typeof json.name === 'string' ? json.name.replace(/^@[^/]*\//, '') : undefined,
    runner: findRunner(String(json.scripts?.test ?? ''), packages),
    isModule,
    namesOutput: isModule && /^node/i.test(String(resolution ?? '')),
    importsJest: packages.includes('@jest/globals') && !packages.includes('@types/jest'),
  };
}

/** The script of the tests decides before the packages that are installed. */
function findRunner(script: string, packages: readonly string[]): RunnerName | undefined {
  if (/\bvitest\b/.test(script)) return 'vitest';
  if (/\bjest\b/.test(script)) return 'jest';
  if (/\bnode\b.*--test\b/.test(script)) return 'node';
  return (['vitest', 'jest'] as const).find((name) => packages.includes(name));
}

/** The option that decides how imports are resolved. The file may have comments, so that it is no JSON. */
function findResolution(text: string): string | undefined {
  const [, own] = /^\s*"moduleResolution"\s*:\s*"([^"]+)"/m.exec(text) ?? [];
  const [, ofModule] = /^\s*"module"\s*:\s*"([^"]+)"/m.exec(text) ?? [];
  return own ?? ofModule;
}

/** What the nearest file of this name says; undefined if there is none, or none that can be read. */
function readNearest<Value>(directory: string, name: string, read: (text: string) => Value): Value | undefined {
  try {
    return read(readFileText(path.join(directory, name)));
  } catch {
    const above = path.dirname(directory);
    return above === directory ? undefined : readNearest(above, name, read);
  }
}
