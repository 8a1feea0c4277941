import { Command } from 'commander';
import { joinFirst } from '../../model/values/show/joinFirst.ts';
import { showCount } from '../../model/values/show/showCount.ts';
import type { VersionDetails } from '../broker/collectVersionDetails.ts';
import type { Publication } from '../broker/publish.ts';
import { addToList } from './addToList.ts';
import { print, printJson, printWarning } from './output/print.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly dir: string;
  readonly consumer?: string;
  readonly consumerAppVersion?: string;
  readonly branch?: string;
  readonly tag: readonly string[];
  readonly buildUrl?: string;
  readonly brokerBaseUrl?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `connect-cases publish`: assembles the pacts and publishes them to a broker. */
export function publishCommand(): Command {
  return new Command('publish')
    .description(
      'Assemble the pacts and publish them to the Pact Broker at PACT_BROKER_BASE_URL, with PACT_BROKER_TOKEN or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
    )
    .showHelpAfterError('(connect-cases publish --help shows the options)')
    .option('--dir <directory>', 'the directory that verify wrote its parts to', 'pacts')
    .option('--consumer <name>', 'only this consumer (default: all)')
    .option('-a, --consumer-app-version <version>', 'the version of the consumer (default: the commit checked out)')
    .option('--branch <branch>', 'the branch of the version (default: what the CI service says, else git)')
    .option('-t, --tag <tag>', 'a tag of the version; may be given several times', addToList, [])
    .option('--build-url <url>', 'the build that made the pact (default: what the CI service says)')
    .option('-b, --broker-base-url <url>', 'the address of the broker (default: PACT_BROKER_BASE_URL)')
    .option('--dry-run', 'assemble, and show what would be sent')
    .option('--json', 'one JSON object on standard output')
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  requireText('--dir', flags.dir);
  requireText('--consumer', flags.consumer);
  // Loaded here, because no other command needs them.
  const [{ resolveBrokerAccess }, { publish }, { requireTag, collectVersionDetails }] = await Promise.all([
    import('../broker/client/brokerAccess.ts'),
    import('../broker/publish.ts'),
    import('../broker/collectVersionDetails.ts'),
  ]);
  const { dir, consumer, consumerAppVersion: version, branch, buildUrl, dryRun = false } = flags;
  const given = { ...(version === undefined ? {} : { version }), ...(branch === undefined ? {} : { branch }) };
  const details = collectVersionDetails(
    { ...given, ...(buildUrl === undefined ? {} : { buildUrl }) },
    { env: process.env, cwd: process.cwd(), made: dir },
  );
  const tags = flags.tag.map((tag) => requireTag('--tag', tag));
  const access = dryRun ? undefined : resolveBrokerAccess(process.env, flags.brokerBaseUrl);
  if (details.uncommitted.length > 0) {
    printWarning(
      `There are uncommitted changes (${listFiles(details.uncommitted)}): version ${details.version} no longer identifies what you tested.`,
    );
  }
  const publication = await publish({
    dir,
    details,
    tags,
    ...(consumer === undefined ? {} : { consumer }),
    ...(access === undefined ? {} : { access }),
  });
  if (publication.published.length === 0) {
    printWarning(
      'Nothing is published: no table has a row that reads an event. Without a pact the broker does not know the version, so can-i-deploy cannot answer for it.',
    );
  }
  const { uncommitted: _, ...shown } = details;
  if (flags.json) printJson({ ...shown, tags, dryRun, broker: access?.url, ...publication });
  else print(formatPublication(publication, details, tags, access?.url).join('\n'));
}

/** The files of changes, as `git status --porcelain` lists them. */
function listFiles(changes: readonly string[]): string {
  return joinFirst(
    changes.map((line) => line.slice(3)),
    3,
  );
}

function formatPublication(
  { published, without }: Publication,
  { version, branch, buildUrl }: VersionDetails,
  tags: readonly string[],
  broker: string | undefined,
): string[] {
  const as = [
    `version ${version}`,
    branch === undefined ? 'no branch' : `branch ${branch}`,
    ...tags.map((tag) => `tag ${tag}`),
    ...(buildUrl === undefined ? [] : [`build ${buildUrl}`]),
  ].join(', ');
  const verb = broker === undefined ? 'would be published' : 'published';
  return [
    ...published.map(({ consumer, interactions, bytes, file, link }) => {
      const what = `${showCount(interactions, 'interaction')}, ${showCount(bytes, 'byte')}`;
      return `${consumer}: ${file} ${verb} as ${as} (${what})${link === undefined ? '' : `\n  ${link}`}`;
    }),
    ...without.map((consumer) => `${consumer}: no pact, because its table ignores everything`),
  ];
}
