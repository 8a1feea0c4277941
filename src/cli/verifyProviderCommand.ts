import { Command } from 'commander';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { parseWholeNumber } from '../../model/values/requireWholeNumber.ts';
import { addToList } from './addToList.ts';
import { requireText } from './requireText.ts';
import type { ProviderFlags } from './verifyProvider.ts';

/** `connect-cases verify-provider`: checks the pacts of consumers against the event model. */
export function verifyProviderCommand(): Command {
  return new Command('verify-provider')
    .description(
      'Check pacts of any consumer against the events that AWS may send. Without files: those of the Pact Broker at PACT_BROKER_BASE_URL, with PACT_BROKER_TOKEN or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
    )
    .argument('[files...]', 'pact files, or folders that hold some')
    .showHelpAfterError('(connect-cases verify-provider --help shows the options)')
    .option('--provider <name>', 'the name of the provider in the pacts', 'aws.cases')
    .option(
      '--domain <file>',
      'a .ts, .js or .json file with the domain (default: one with all fields that the pacts name)',
    )
    .option('--recordings <directory>', 'also play the captured events of its .json and .ndjson files')
    .option('--runs <number>', 'random events for each interaction, beside the fixed ones', '100')
    .option('--seed <number>', 'the seed of the random events', '0')
    .option('--consumer <name>', 'from the broker: only this consumer')
    .option('--branch <name>', 'from the broker: this branch; may be given several times', addToList, [])
    .option('--main-branch', 'from the broker: the main branches (default: these, and what is deployed or released)')
    .option(
      '--environment <name>',
      'from the broker: what is deployed in this environment; may be given several times',
      addToList,
      [],
    )
    .option('--deployed', 'from the broker: what is deployed in any environment')
    .option('--publish', 'publish the results to the broker, for can-i-deploy')
    .option('--provider-branch <name>', 'the branch of the provider version, with --publish')
    .option('--build-url <url>', 'the build that verified, with --publish (default: what the CI service says)')
    .option('-b, --broker-base-url <url>', 'the address of the broker (default: PACT_BROKER_BASE_URL)')
    .option('--json', 'one JSON object on standard output')
    .action(run);
}

async function run(files: readonly string[], flags: ProviderFlags): Promise<void> {
  requireTexts(files, flags);
  const runs = parseWholeNumber('--runs', flags.runs, { least: 0, most: 100_000 });
  const seed = parseWholeNumber('--seed', flags.seed, { least: 0, most: 2_147_483_647 });
  if (files.length > 0) requireNothingOfBroker(flags);
  requirePublishing(flags);
  if (files.length === 0) await requireBroker(flags);
  // Loaded here, because no other command needs them.
  const { verifyPacts } = await import('./verifyProvider.ts');
  await verifyPacts(files, { ...flags, runs, seed });
}

function requireTexts(files: readonly string[], flags: ProviderFlags): void {
  requireText('the name of a file', ...files);
  requireText('--provider', flags.provider);
  requireText('--domain', flags.domain);
  requireText('--recordings', flags.recordings);
  requireText('--consumer', flags.consumer);
  requireText('--branch', ...flags.branch);
  requireText('--environment', ...flags.environment);
  requireText('--provider-branch', flags.providerBranch);
  requireText('--build-url', flags.buildUrl);
}

/** The first given option that applies only to a broker. */
function findBrokerOption(flags: ProviderFlags): string | undefined {
  const given: Readonly<Record<string, boolean>> = {
    '--consumer': flags.consumer !== undefined,
    '--branch': flags.branch.length > 0,
    '--main-branch': flags.mainBranch === true,
    '--environment': flags.environment.length > 0,
    '--deployed': flags.deployed === true,
    '--publish': flags.publish === true,
    '--broker-base-url': flags.brokerBaseUrl !== undefined,
  };
  return Object.keys(given).find((name) => given[name]);
}

const ABOUT_BROKER = 'is about the pacts that a broker holds, and their results';

/** With files, options that select pacts of a broker are refused. */
function requireNothingOfBroker(flags: ProviderFlags): void {
  const argument = findBrokerOption(flags);
  if (argument === undefined) return;
  throw new InvalidArgumentError({
    argument,
    received: true,
    shown: 'given together with files',
    allowed: 'without files only',
    because: `It ${ABOUT_BROKER}`,
    todo: 'Leave the files out to take the pacts from the broker',
  });
}

async function requireBroker(flags: ProviderFlags): Promise<void> {
  if (flags.brokerBaseUrl !== undefined || process.env.PACT_BROKER_BASE_URL) return;
  const option = findBrokerOption(flags);
  if (option !== undefined) {
    const { refuseMissingAddress } = await import('../broker/client/brokerAccess.ts');
    throw refuseMissingAddress(`${option} ${ABOUT_BROKER}`);
  }
  throw new InvalidArgumentError({
    argument: 'the name of a pact file',
    received: undefined,
    shown: 'missing',
    allowed: 'pact files, or folders that hold some',
    todo: 'Name them (connect-cases verify-provider pacts), or take the pacts of a broker: set PACT_BROKER_BASE_URL, or give --broker-base-url',
  });
}

function requirePublishing({ publish, providerBranch, buildUrl }: ProviderFlags): void {
  if (publish === true || (providerBranch === undefined && buildUrl === undefined)) return;
  throw new InvalidArgumentError({
    argument: providerBranch === undefined ? '--build-url' : '--provider-branch',
    received: providerBranch ?? buildUrl,
    shown: 'given without --publish',
    allowed: 'together with --publish only',
  });
}
