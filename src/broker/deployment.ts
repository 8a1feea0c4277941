import { valueAt } from '../../model/values/eventPath.ts';
import { parseIfJson } from '../../model/values/json/parseIfJson.ts';
import { askBroker } from './client/askBroker.ts';
import type { BrokerAccess } from './client/brokerAccess.ts';
import { findClientProgram } from './client/findClientProgram.ts';
import { requireOwnLinks } from './client/ownLinks.ts';
import { Refusal } from './client/refusal.ts';
import { UnknownPage } from './client/requestFromBroker.ts';
import { toRefusal } from './client/toRefusal.ts';

/** A version of a pacticipant, the broker's term for consumer or provider. */
export interface PacticipantVersion {
  readonly pacticipant: string;
  readonly version: string;
}

/** The broker's answer to "can I deploy?". */
export interface DeploymentVerdict {
  readonly deployable: boolean;
  /** Pairs of versions that prevent the deployment. */
  readonly obstacles: readonly Obstacle[];
  /** The broker's own words. */
  readonly reason: string;
  /** The number of version pairs that the broker compared. */
  readonly compared: number;
}

/** A pair of versions without a verification, or with a failed one. */
export interface Obstacle {
  /** `refunds 1.2.0`. */
  readonly consumer: string;
  /** `aws.cases 0.1.0`; without a version if no version can verify the pact. */
  readonly provider: string;
  readonly what: 'not verified' | 'verification failed';
  /** The page of the verification, else of the pact. */
  readonly link?: string;
}

/** The members of a row of the broker's matrix that we read. */
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
 * Asks whether a version can be deployed to an environment, or, without one, whether it works with the newest version
 * of every other pacticipant.
 * @throws Refusal if the broker does not know the pacticipant or environment; Error if it cannot be asked
 */
export async function canIDeploy(
  { pacticipant, version }: PacticipantVersion,
  environment: string | undefined,
  access: BrokerAccess,
): Promise<DeploymentVerdict> {
  const to = environment === undefined ? [] : ['--to-environment', environment];
  // Each value is a separate argument: the client does not accept "--pacticipant=name".
  const parameters = ['can-i-deploy', '--pacticipant', pacticipant, '--version', version, ...to, '--output', 'json'];
  const { code, text } = await askBroker(parameters, access);
  if (code !== 0) throw toRefusal(text, access);
  return parseVerdict(text);
}

/** Parses the verdict in the client's JSON. The client exits with 0 for any verdict. @throws Error for anything else */
export function parseVerdict(text: string): DeploymentVerdict {
  const answer = parseIfJson(text.slice(text.indexOf('{')));
  const [deployable, reason, matrix] = [
    valueAt(answer, ['summary', 'deployable']),
    valueAt(answer, ['summary', 'reason']),
    valueAt(answer, ['matrix']),
  ];
  const known = deployable === null || typeof deployable === 'boolean';
  if (!known || typeof reason !== 'string' || !Array.isArray(matrix) || !matrix.every(isRow)) {
    const start = text === '' ? 'nothing' : JSON.stringify(text.slice(0, 200));
    throw new Error(
      `The answer to can-i-deploy does not come from a Pact Broker: it has no matrix with a summary, and begins with ${start}. So it is unknown whether the version can be deployed. Check PACT_BROKER_BASE_URL, the proxies on the way, and whether the broker is up to date.`,
    );
  }
  return {
    deployable: deployable === true,
    obstacles: matrix.filter(({ verificationResult: result }) => result?.success !== true).map(describeObstacle),
    reason: reason.replace(/^WARN:.*\n?/gm, '').trim(),
    compared: matrix.length,
  };
}

function isRow(row: unknown): row is Row {
  const result = valueAt(row, ['verificationResult']);
  return [valueAt(row, ['consumer']), valueAt(row, ['provider'])].every(isNamed) && typeof result === 'object';
}

function isNamed(value: unknown): boolean {
  const version = valueAt(value, ['version']);
  const numbered = version === null || typeof valueAt(version, ['number']) === 'string';
  return typeof valueAt(value, ['name']) === 'string' && numbered;
}

function describeObstacle({ consumer, provider, pact, verificationResult: result }: Row): Obstacle {
  const link = (result ?? pact)?._links?.self?.href;
  return {
    consumer: formatVersion(consumer),
    provider: formatVersion(provider),
    what: result === null ? 'not verified' : 'verification failed',
    ...(link === undefined ? {} : { link }),
  };
}

function formatVersion({ name, version }: Named): string {
  return version === null ? name : `${name} ${version.number}`;
}

/**
 * Records that a version is deployed in an environment, in place of the previous one.
 * @throws Refusal if the broker does not know the version or environment; Error if it cannot be asked
 */
export async function recordDeployment(
  { pacticipant, version }: PacticipantVersion,
  environment: string,
  access: BrokerAccess,
): Promise<void> {
  // Reports a missing client before it asks the broker.
  findClientProgram();
  // The client inserts both into an address without encoding them.
  const [name, number] = [encodeURIComponent(pacticipant), encodeURIComponent(version)];
  await requireOwnLinks(access, `/pacticipants/${name}/versions/${number}`, 'pb:record-deployment').catch(
    ignoreUnknown,
  );
  const which = ['--pacticipant', name, '--version', number, '--environment', environment];
  const { code, text, status } = await askBroker(['record-deployment', ...which], access);
  if (code === 0) return;
  if (status?.number === 404) {
    throw new Refusal([
      `The broker knows no version ${version} of ${pacticipant}. Publish it first (connect-cases publish, or connect-cases verify-provider --publish for the provider), or look at --pacticipant and --version.`,
    ]);
  }
  throw toRefusal(text, access);
}

/** Ignores what the broker does not know: the client's own answer reports it. */
function ignoreUnknown(error: Error): void {
  if (!(error instanceof UnknownPage)) throw error;
}
