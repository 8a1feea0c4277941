import type { Pact } from '@pact-foundation/pact';
import { realRequire } from '../realProcess.ts';

/** What is used of Pact's library. */
export interface PactLibrary {
  readonly Pact: typeof Pact;
}

const NAME = '@pact-foundation/pact';
const SUPPORTED = '16.4.0, or 17.1.2 and later of 17';
let library: PactLibrary | undefined;

/**
 * Pact's own library, loaded at the first call: it takes longer to load than all the rest.
 * @throws Error in our words when it is missing, or is one of the releases that test runners cannot load
 */
export function pactLibrary(require: NodeJS.Require = realRequire(__filename)): PactLibrary {
  library ??= load(require);
  return library;
}

function load(require: NodeJS.Require): PactLibrary {
  try {
    return require(NAME) as PactLibrary;
  } catch (cause) {
    const version = installedVersion(require);
    const what =
      version === undefined
        ? `${NAME} is not installed: a contract that reads something is written by Pact's own library`
        : `${NAME} ${version} cannot be loaded`;
    throw new Error(`${what}. Supported: ${SUPPORTED}. Run: npm install --save-dev ${NAME}@16.4.0`, { cause });
  }
}

function installedVersion(require: NodeJS.Require): string | undefined {
  try {
    return (require(`${NAME}/package.json`) as { version: string }).version;
  } catch {
    return undefined;
  }
}
