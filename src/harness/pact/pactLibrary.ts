import { realRequire } from '../realProcess.ts';

/** What is used of Pact's native library. */
export interface PactLibrary {
  /** The version of `@pact-foundation/pact` that it came with. */
  readonly version: string;
  newPact(consumer: string, provider: string): NativePact;
}

/** A pact that is being made, as `@pact-foundation/pact-core` offers it. */
export interface NativePact {
  addMetadata(namespace: string, name: string, value: string): boolean;
  newAsynchronousMessage(description: string): NativeMessage;
  writePactFile(directory: string, overwrite?: boolean): void;
}

/** An asynchronous message of a pact that is being made. */
export interface NativeMessage {
  expectsToReceive(description: string): void;
  given(state: string): void;
  givenWithParams(state: string, parameters: string): void;
  withContents(contents: string, contentType: string): void;
  reifyMessage(): string;
}

const NAME = '@pact-foundation/pact';
const SUPPORTED = '16.4.0, or 17.1.2 and later of 17';
/** The number of specification V4 in the native library's enumeration. */
const V4 = 5;
let library: PactLibrary | undefined;

/**
 * Pact's native library, loaded at the first call, through the installed `@pact-foundation/pact`, but without it: its
 * JavaScript takes six times as long to load, most of it for the verifier.
 * @throws Error in our words when it is missing or cannot be loaded
 */
export function pactLibrary(require: NodeJS.Require = realRequire(__filename)): PactLibrary {
  library ??= load(require);
  return library;
}

interface Core {
  makeConsumerPact(consumer: string, provider: string, version: number, logLevel: string): NativePact;
}

function load(require: NodeJS.Require): PactLibrary {
  let version: string | undefined;
  try {
    version = (require(`${NAME}/package.json`) as { version: string }).version;
    const core = realRequire(require.resolve(`${NAME}/package.json`))('@pact-foundation/pact-core') as Core;
    return {
      version,
      newPact: (consumer, provider) => core.makeConsumerPact(consumer, provider, V4, 'error'),
    };
  } catch (cause) {
    const what =
      version === undefined
        ? `${NAME} is not installed: a contract that reads something is written by Pact's own library`
        : `${NAME} ${version} cannot be loaded`;
    throw new Error(`${what}. Supported: ${SUPPORTED}. Run: npm install --save-dev ${NAME}@16.4.0`, { cause });
  }
}
