import { builtCommand } from './command.ts';

const { run } = builtCommand();

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
