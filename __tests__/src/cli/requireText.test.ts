import { builtCommand } from './command.ts';

const { run } = builtCommand();

const ofBroker = ['-b', 'http://127.0.0.1:1'];

test.each([
  ['assemble', '--dir', []],
  ['assemble', '--consumer', []],
  ['publish', '--dir', ['-a', '1', ...ofBroker]],
  ['publish', '--consumer', ['-a', '1', ...ofBroker]],
  ['generate', '--domain', []],
  ['verify-provider', '--provider', ['x']],
  ['verify-provider', '--domain', ['x']],
  ['verify-provider', '--recordings', ['x']],
  ['verify-provider', '--consumer', ofBroker],
  ['verify-provider', '--branch', ['--branch', 'main', ...ofBroker]],
  ['verify-provider', '--environment', ofBroker],
  ['verify-provider', '--provider-branch', ['--publish', ...ofBroker]],
  ['verify-provider', '--build-url', ['--publish', ...ofBroker]],
])('%s refuses an empty %s: exit code 2', (command, option, others) => {
  expect(run(command, option, '', ...others)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `${option} is ""; allowed: a text that is not empty. Check whether the variable that it comes from is set.\n`,
  });
});

test('verify-provider refuses a file without a name', () => {
  expect(run('verify-provider', 'x', '')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the name of a file is ""; allowed: a text that is not empty.'),
  });
});

/** Command lines with missing or superfluous parts. */
const wrong: readonly (readonly string[])[] = [
  ['publish'],
  ['publish', '-a', '1'],
  ['publish', '-a', '1', '-b', ''],
  ['verify-provider'],
  ['verify-provider', '--publish'],
  ['verify-provider', '--branch', 'main'],
  ['verify-provider', 'x', '--publish'],
  ['verify-provider', 'x', '--consumer', 'y'],
  ['verify-provider', 'x', '--main-branch'],
  ['verify-provider', 'x', '--build-url', 'y'],
  ['generate', '--force'],
  ['generate', '--dialect', 'fraction=milliseconds', '--dialect', 'fraction=milliseconds'],
  ['generate', '--type', 'CASE.CREATED', '--item-type', 'Comment'],
  ['generate', '--shard', '3/2'],
  ['generate', '--domain', 'package.json'],
  ['can-i-deploy', '-a', 'x', '-e', '1'],
  ['can-i-deploy', '-a', 'x', '-e', '1', '-b', 'u:p@h'],
  ['record-deployment', '-a', 'x', '-e', '1', '--environment', 'y'],
];

test.each(wrong.map((parameters) => [parameters.join(' '), parameters] as const))(
  'the error for connect-cases %s is a sentence for people',
  (_, parameters) => {
    const { status, stdout, stderr } = run(...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/undefined|\[object|\[\]|\[ '| is true\b|\n\s+at |allowed:.*allowed:/s);
  },
);

test('the error for a missing value says how to give it', () => {
  expect(run('verify-provider').stderr).toBe(
    'the name of a pact file is missing; allowed: pact files, or folders that hold some. Name them (connect-cases verify-provider pacts), or take the pacts of a broker: set PACT_BROKER_BASE_URL, or give --broker-base-url.\n',
  );
  expect(run('verify-provider', '--publish').stderr).toBe(
    'PACT_BROKER_BASE_URL is missing; allowed: the http or https address of a Pact Broker. --publish is about the pacts that a broker holds, and their results. Set it, or give --broker-base-url; where the broker asks for credentials, set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.\n',
  );
  expect(run('publish', '-a', '1').stderr).toBe(
    'PACT_BROKER_BASE_URL is missing; allowed: the http or https address of a Pact Broker. Set it, or give --broker-base-url; where the broker asks for credentials, set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.\n',
  );
});
