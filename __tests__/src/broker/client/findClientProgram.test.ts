import { accessSync, constants } from 'node:fs';
import { findClientProgram } from '../../../../src/broker/client/findClientProgram.ts';

const todo = 'Supported: 18.1.2 and later of 18. Run: npm install --save-dev @pact-foundation/pact-cli@18';

/** A `require` that finds the described client: its release, and the result of its own lookup of the program. */
function installed(version: string | undefined, standalone: () => unknown): NodeJS.Require {
  const load = (name: string): unknown => {
    if (version === undefined) throw new Error(`Cannot find module '${name}'`);
    return name.endsWith('package.json') ? { version } : { standalone };
  };
  return load as NodeJS.Require;
}

const found = (): unknown => ({ pactFullPath: '/client/pact' });

test('the installed client is a program that runs', () => {
  expect(() => accessSync(findClientProgram(), constants.X_OK)).not.toThrow();
});

test('the error for a missing client names the command that needs it, and the one that installs it', () => {
  expect(() => findClientProgram(installed(undefined, found))).toThrow(
    `@pact-foundation/pact-cli is not installed: publish, can-i-deploy and record-deployment run this client of the Pact project. ${todo}`,
  );
});

test.each(['16.1.7', '18.1.1', '19.0.0'])('the error for release %s names its version', (version) => {
  expect(() => findClientProgram(installed(version, found))).toThrow(
    `@pact-foundation/pact-cli ${version} is installed, but not supported. ${todo}`,
  );
});

test.each(['18.1.2', '18.99.0'])('release %s is accepted', (version) => {
  expect(findClientProgram(installed(version, found))).toBe('/client/pact');
});

test('the error for a client without a program for this machine says so, with the cause', () => {
  const cause = new Error("Couldn't find application binary");
  const find = (): never => {
    throw cause;
  };
  const look = (): unknown => findClientProgram(installed('18.1.2', find));
  expect(look).toThrow(
    `@pact-foundation/pact-cli 18.1.2 has no program for ${process.platform} ${process.arch} here: it comes as an optional dependency. Install without --omit=optional, on a platform that the Pact client supports.`,
  );
  expect(look).toThrow(expect.objectContaining({ cause }));
});
