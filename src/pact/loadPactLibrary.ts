import { describeRange, isWithin } from '../../model/platform/installed/range.ts';
import { readInstalledVersion } from '../../model/platform/installed/readInstalledVersion.ts';
import { refuseUnsupported } from '../../model/platform/installed/refuseUnsupported.ts';
import { createRealRequire, realProcess } from '../../model/platform/realProcess.ts';
import packageJson from '../../package.json';

/** The functions of Pact's native library that this package uses. */
export interface PactLibrary {
  /** The version of the `@pact-foundation/pact` that contains it. */
  readonly version: string;
  newPact(consumer: string, provider: string): NativePact;
}

/** A pact under construction, as `@pact-foundation/pact-core` offers it. */
export interface NativePact {
  addMetadata(namespace: string, name: string, value: string): boolean;
  newAsynchronousMessage(description: string): NativeMessage;
  writePactFile(directory: string, overwrite?: boolean): void;
}

/** An asynchronous message of a pact under construction. */
export interface NativeMessage {
  expectsToReceive(description: string): void;
  given(state: string): void;
  givenWithParams(state: string, parameters: string): void;
  withContents(contents: string, contentType: string): void;
  reifyMessage(): string;
}

const NAME = '@pact-foundation/pact';
const RANGE = packageJson.peerDependencies[NAME];
/** This release works on every supported Node. */
const TODO = `Supported: ${describeRange(RANGE)}. Run: npm install --save-dev ${NAME}@16.4.0`;
/** The number of specification V4 in the native library's enumeration. */
const V4 = 5;
let library: PactLibrary | undefined;

/**
 * Pact's native library, loaded at the first call, found through the installed `@pact-foundation/pact`. It skips Pact's
 * JavaScript, which takes six times as long to load, mostly for the verifier.
 * @throws Error in plain words if it is missing or cannot be loaded
 */
export function loadPactLibrary(require: NodeJS.Require = createRealRequire(__filename)): PactLibrary {
  library ??= load(require);
  return library;
}

/**
 * The file of the library with Pact's verifier, for a separate process: its report goes to the standard output of its
 * process.
 * @throws Error of one sentence if Pact is missing, or its release is not supported
 */
export function findVerifierLibrary(require: NodeJS.Require = createRealRequire(__filename)): string {
  requirePact(require);
  return createRealRequire(require.resolve(`${NAME}/package.json`)).resolve('@pact-foundation/pact-core');
}

interface Core {
  makeConsumerPact(consumer: string, provider: string, version: number, logLevel: string): NativePact;
}

function load(require: NodeJS.Require): PactLibrary {
  const version = requirePact(require);
  try {
    const core = createRealRequire(require.resolve(`${NAME}/package.json`))('@pact-foundation/pact-core') as Core;
    return {
      version,
      newPact: (consumer, provider) => {
        try {
          return core.makeConsumerPact(consumer, provider, V4, 'error');
        } catch (cause) {
          throw new Error(explainCannotRun(version, cause as Error), { cause });
        }
      },
    };
  } catch (cause) {
    throw new Error(`${NAME} ${version} cannot be loaded. ${TODO}`, { cause });
  }
}

/** Pact's JavaScript loads its native part at the first call, and fails if anything is missing there. */
function explainCannotRun(version: string, { message }: Error): string {
  const { env, execArgv } = realProcess;
  const flag = [...execArgv, ...(env.NODE_OPTIONS ?? '').split(/\s+/)].find((one) => WITHOUT_ADDONS.test(one));
  const what = `The native part of ${NAME} ${version} does not run here (${message.split('\n', 1)[0]}).`;
  return flag === undefined
    ? `${what} Install again on this machine, for its platform and Node. ${TODO}`
    : `${what} With ${flag} Node loads no addons, and Pact's library is one: run without it, or with --allow-addons beside --permission.`;
}

const WITHOUT_ADDONS = /^--(no-addons|(experimental-)?permission)$/;

/**
 * The version of the installed Pact, without loading it.
 * @throws Error of one sentence if it is missing, or its release is not supported
 */
export function requirePact(require: NodeJS.Require = createRealRequire(__filename)): string {
  const version = readInstalledVersion(NAME, require);
  if (version === undefined) {
    throw refuseUnsupported(
      `${NAME} is not installed: Pact's own library writes every contract that reads something. ${TODO}`,
    );
  }
  if (!isWithin(version, RANGE)) throw refuseUnsupported(`${NAME} ${version} is installed, but not supported. ${TODO}`);
  return version;
}
