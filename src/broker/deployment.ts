import { askBroker } from './askBroker.ts';
import type { BrokerAccess } from './brokerAccess.ts';
import { Refusal } from './refusal.ts';

/** A version of a pacticipant, in the broker's words. */
export interface PacticipantVersion {
  readonly pacticipant: string;
  readonly version: string;
}

/** What the broker answers to "can I deploy?". */
export interface Verdict {
  readonly deployable: boolean;
  /** Pairs of versions that stand in the way. */
  readonly obstacles: readonly Obstacle[];
  /** The broker's own words. */
  readonly reason: string;
}

/** A pair of versions that has not been verified, or whose verification failed. */
export interface Obstacle {
  /** `refunds 1.2.0`. */
  readonly consumer: string;
  /** `aws.cases 0.1.0`; without a version where none is there to be verified against. */
  readonly provider: string;
  readonly what: 'not verified' | 'verification failed';
  /** The verification's page, else the pact's. */
  readonly link?: string;
}

/** Of the broker's matrix, what is read here. */
interface Row {
  readonly consumer: Named;
  readonly provider: Named;
  readonly pact?: Linked | null;
  readonly verificationResult: (Linked & { readonly success: boolean | null }) | null;
}

interface Named {
  readonly name: string;
  readonly version: { readonly number: string } | null;
}

interface Linked {
  readonly _links?: { readonly self?: { readonly href?: string } };
}

/**
 * Asks whether a version can be deployed to an environment, or, without one, whether it goes with the newest of all
 * others.
 * @throws Refusal where the broker knows no such pacticipant or environment; Error where it cannot be asked
 */
export async function canIDeploy(
  { pacticipant, version }: PacticipantVersion,
  environment: string | undefined,
  access: BrokerAccess,
): Promise<Verdict> {
  const to = environment === undefined ? [] : ['--to-environment', environment];
  // Each value as an argument of its own: the client does not find "--pacticipant=name".
  const parameters = ['can-i-deploy', '--pacticipant', pacticipant, '--version', version, ...to, '--output', 'json'];
  const { code, text } = await askBroker(parameters, access);
  if (code !== 0) throw refusalOf(text, access);
  return verdictOf(text);
}

/** The verdict in the client's JSON, with which it ends with 0 whatever the answer is. */
export function verdictOf(text: string): Verdict {
  const { matrix, summary } = JSON.parse(text.slice(text.indexOf('{'))) as {
    readonly matrix: readonly Row[];
    readonly summary: { readonly deployable: boolean | null; readonly reason: string };
  };
  return {
    deployable: summary.deployable === true,
    obstacles: matrix.filter(({ verificationResult: result }) => result?.success !== true).map(obstacleOf),
    reason: summary.reason.replace(/^WARN:.*\n?/gm, '').trim(),
  };
}

function obstacleOf({ consumer, provider, pact, verificationResult: result }: Row): Obstacle {
  const link = (result ?? pact)?._links?.self?.href;
  return {
    consumer: nameOf(consumer),
    provider: nameOf(provider),
    what: result === null ? 'not verified' : 'verification failed',
    ...(link === undefined ? {} : { link }),
  };
}

function nameOf({ name, version }: Named): string {
  return version === null ? name : `${name} ${version.number}`;
}

/**
 * Records that a version is deployed in an environment, in place of the one before it.
 * @throws Refusal where the broker knows no such version or environment; Error where it cannot be asked
 */
export async function recordDeployment(
  { pacticipant, version }: PacticipantVersion,
  environment: string,
  access: BrokerAccess,
): Promise<void> {
  // The client writes both into an address as they are.
  const [name, number] = [encodeURIComponent(pacticipant), encodeURIComponent(version)];
  const which = ['--pacticipant', name, '--version', number, '--environment', environment];
  const { code, text } = await askBroker(['record-deployment', ...which], access);
  if (code === 0) return;
  if (/failed: 404/.test(text)) {
    throw new Refusal([
      `The broker knows no version ${version} of ${pacticipant}. Publish it first (connect-cases publish, or connect-cases verify-provider --publish for the provider), or look at --pacticipant and --version.`,
    ]);
  }
  throw refusalOf(text, access);
}

/** What the broker refused, in its own words where ours would be no clearer. */
export function refusalOf(text: string, { url }: Pick<BrokerAccess, 'url'>): Refusal {
  const [, environment] = /nvironment (?:with name )?'?([^'\n]+?)'? does not exist/.exec(text) ?? [];
  if (environment !== undefined) {
    return new Refusal([
      `The broker at ${url} has no environment "${environment}". Create it (npx pact broker create-environment --name ${environment} --display-name ${environment}), or name one of those of npx pact broker list-environments.`,
    ]);
  }
  const [, pacticipant] = /Pacticipant (.+) not found/.exec(text) ?? [];
  if (pacticipant !== undefined) {
    return new Refusal([
      `The broker at ${url} knows no pacticipant "${pacticipant}". Publish a pact of it first, or look at --pacticipant.`,
    ]);
  }
  return new Refusal([`The broker at ${url} refused it. It said:\n${text.replaceAll('❌ ', '')}`]);
}
