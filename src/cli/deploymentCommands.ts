import { Command, Option } from 'commander';
import { toOneLine } from '../../model/platform/escapeControls.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import type { BrokerAccess } from '../broker/client/brokerAccess.ts';
import type { DeploymentVerdict, PacticipantVersion } from '../broker/deployment.ts';
import { print, printJson, printWarning } from './output/print.ts';

interface Flags {
  readonly pacticipant: string;
  readonly version: string;
  readonly brokerBaseUrl?: string;
  readonly json?: true;
}

/** `connect-cases can-i-deploy`: asks a broker whether a version can be deployed. */
export function canIDeployCommand(): Command {
  return (
    makeVersionCommand('can-i-deploy', 'Ask the Pact Broker whether a version can be deployed. Exit 0: yes; 1: no.')
      .option(
        '--to-environment <name>',
        'the environment to deploy to (default: none; asks whether it works with the newest version of all others)',
      )
      // Pact's own client has this option, for a tag.
      .addOption(new Option('--to <name>').hideHelp())
      .action(async (flags: Flags & { readonly toEnvironment?: string; readonly to?: string }) => {
        refuseTo(flags.to);
        const { which, environment, access } = await prepare(flags, '--to-environment', flags.toEnvironment);
        const { canIDeploy } = await import('../broker/deployment.ts');
        const { compared, ...verdict } = await canIDeploy(which, environment, access);
        if (verdict.deployable && compared === 0) printWarning(describeUncompared(which, environment));
        const json = { ...which, ...(environment === undefined ? {} : { environment }), ...verdict };
        if (flags.json) printJson(json);
        else print(formatAnswer(which, environment, verdict));
        if (!verdict.deployable) process.exitCode = 1;
      })
  );
}

/** `connect-cases record-deployment`: records in a broker which version is deployed where. */
export function recordDeploymentCommand(): Command {
  return makeVersionCommand('record-deployment', 'Tell the Pact Broker that a version is deployed in an environment.')
    .requiredOption('--environment <name>', 'where it is deployed')
    .action(async (flags: Flags & { readonly environment: string }) => {
      const { which, access } = await prepare(flags, '--environment', flags.environment);
      const { recordDeployment } = await import('../broker/deployment.ts');
      await recordDeployment(which, flags.environment, access);
      const { pacticipant, version } = which;
      const json = { ...which, environment: flags.environment };
      const text = `${pacticipant} ${version} is recorded as deployed in ${flags.environment}`;
      if (flags.json) printJson(json);
      else print(text);
    });
}

function refuseTo(received: string | undefined): void {
  if (received === undefined) return;
  throw new InvalidArgumentError({
    argument: '--to',
    received,
    allowed: '--to-environment with the name of an environment',
    todo: `Did you mean --to-environment ${received}?`,
  });
}

function makeVersionCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .showHelpAfterError(`(connect-cases ${name} --help shows the options)`)
    .requiredOption('-a, --pacticipant <name>', 'the consumer, or aws.cases')
    .requiredOption('-e, --version <version>', 'the version that was published')
    .option('-b, --broker-base-url <url>', 'the address of the broker (default: PACT_BROKER_BASE_URL)')
    .option('--json', 'one JSON object on standard output');
}

interface Prepared {
  readonly which: PacticipantVersion;
  readonly environment: string | undefined;
  readonly access: BrokerAccess;
}

async function prepare(flags: Flags, argument: string, environment: string | undefined): Promise<Prepared> {
  // Loaded here, because no other command needs them.
  const [{ resolveBrokerAccess }, { requireName }] = await Promise.all([
    import('../broker/client/brokerAccess.ts'),
    import('../broker/collectVersionDetails.ts'),
  ]);
  return {
    which: {
      pacticipant: requireName('--pacticipant', flags.pacticipant),
      version: requireName('--version', flags.version),
    },
    environment: environment === undefined ? undefined : requireName(argument, environment),
    access: resolveBrokerAccess(process.env, flags.brokerBaseUrl),
  };
}

/** Warns of a broker's "yes" that compared nothing, because the caller may have expected more. */
function describeUncompared({ pacticipant, version }: PacticipantVersion, environment: string | undefined): string {
  const others = environment === undefined ? '' : ` with what is deployed in ${environment}`;
  return `The broker compared no pact of ${pacticipant} ${version}${others}: nothing blocks it, but nothing was verified either. Check whether this version has published a pact.`;
}

function formatAnswer(
  { pacticipant, version }: PacticipantVersion,
  environment: string | undefined,
  { deployable, obstacles, reason }: Omit<DeploymentVerdict, 'compared'>,
): string {
  const to = environment === undefined ? '' : ` to ${environment}`;
  const lines = [`Can I deploy ${pacticipant} ${version}${to}: ${deployable ? 'yes' : 'no'}`];
  if (!deployable) {
    for (const { consumer, provider, what, link } of obstacles) {
      const pair = toOneLine(`${consumer} with ${provider}`);
      lines.push(`  ${pair}: ${what}${link === undefined ? '' : `\n    ${toOneLine(link)}`}`);
    }
    if (obstacles.some(({ provider, what }) => provider.startsWith('aws.cases') && what === 'not verified')) {
      const record =
        environment === undefined
          ? ''
          : `. For each model version that it prints, also run connect-cases record-deployment --pacticipant aws.cases --version <that version> --environment ${environment}`;
      lines.push(`  AWS does not verify pacts: run connect-cases verify-provider --publish${record}.`);
    }
  }
  return [...lines, ...reason.split('\n').map((line) => `  ${line}`)].join('\n');
}
