import { createRequire } from 'node:module';
import { describeRange, isWithin } from '../../../model/platform/installed/range.ts';
import { readInstalledVersion } from '../../../model/platform/installed/readInstalledVersion.ts';
import { refuseUnsupported } from '../../../model/platform/installed/refuseUnsupported.ts';

const NAME = '@pact-foundation/pact-cli';
/** The supported releases. The peer range of package.json is wider: another release must not stop an installation. */
const RANGE = '^18.1.2';
const TODO = `Supported: ${describeRange(RANGE)}. Run: npm install --save-dev ${NAME}@18`;

/**
 * The file of the Pact project's broker client. Only those who publish install its 14 to 26 MB.
 * @throws Error of one sentence if it is missing, unsupported, or has no program for this machine
 */
export function findClientProgram(require: NodeJS.Require = createRequire(__filename)): string {
  const version = readInstalledVersion(NAME, require);
  if (version === undefined) {
    throw refuseUnsupported(
      `${NAME} is not installed: publish, can-i-deploy and record-deployment run this client of the Pact project. ${TODO}`,
    );
  }
  if (!isWithin(version, RANGE)) throw refuseUnsupported(`${NAME} ${version} is installed, but not supported. ${TODO}`);
  try {
    // Its `main` names a missing file; its own commands load this one.
    const { standalone } = require(`${NAME}/src/pact-standalone.js`) as { standalone(): { pactFullPath: string } };
    return standalone().pactFullPath;
  } catch (cause) {
    throw new Error(
      `${NAME} ${version} has no program for ${process.platform} ${process.arch} here: it comes as an optional dependency. Install without --omit=optional, on a platform that the Pact client supports.`,
      { cause },
    );
  }
}
