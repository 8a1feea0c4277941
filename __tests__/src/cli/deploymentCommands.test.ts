import { builtCommand } from './command.ts';

const { run, runAlone } = builtCommand();

test.each([
  [['can-i-deploy', '--version', '1'], "error: required option '-a, --pacticipant <name>' not specified"],
  [['can-i-deploy', '--pacticipant', 'refunds'], "error: required option '-e, --version <version>' not specified"],
  [['record-deployment', '-a', 'refunds', '-e', '1'], "error: required option '--environment <name>' not specified"],
  [
    ['can-i-deploy', '-a', 'refunds', '-e', '1', '--to', 'x'],
    '--to is "x"; allowed: --to-environment with the name of an environment. Did you mean --to-environment x?',
  ],
  [['can-i-deploy', '-a', 'refunds', '-e', ' '], '--version is " "; allowed: one line of text that is not empty'],
  [['can-i-deploy', '-a', 'refunds', '-e', '1'], 'PACT_BROKER_BASE_URL is missing; allowed: the http or https'],
])('connect-cases %p is refused', (parameters, message) => {
  const { status, stdout, stderr } = run(...parameters);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
});

test.each([['can-i-deploy'], ['record-deployment', '--environment', 'production']])(
  'connect-cases %s without the Pact client says what to install, before the broker is asked',
  (...parameters) => {
    const which = ['-a', 'refunds', '-e', '1', '--broker-base-url', 'http://127.0.0.1:1'];
    const { status, stdout, stderr } = runAlone(...parameters, ...which);
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^@pact-foundation\/pact-cli is not installed: .+@pact-foundation\/pact-cli@18\n$/),
    ]);
  },
);
