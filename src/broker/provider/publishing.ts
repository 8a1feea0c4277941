import type { BrokerAccess } from '../brokerAccess.ts';
import { ciVariables } from '../ciVariables.ts';
import { requireName } from '../versionFacts.ts';
import type { VerifierOptions } from './verifierProcess.ts';

/** What is told of the provider. */
export interface ProviderVersion {
  readonly publish: boolean;
  readonly version: string;
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
}

/** The options of the verifier's last run at a broker. */
export interface Publishing {
  readonly access: BrokerAccess;
  readonly publishes: boolean;
  /** The version of the provider. */
  readonly version: string;
  readonly options: VerifierOptions;
}

/**
 * How the verifier reads the pacts of a broker, and publishes when asked; credentials go to it by message.
 * @throws InvalidArgumentError where a name is one that no broker takes
 */
export function publishing(
  access: BrokerAccess,
  { publish, version, branch, buildUrl }: ProviderVersion,
  env: Readonly<Record<string, string | undefined>>,
): Publishing {
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password } = access.env;
  const url = buildUrl ?? ciVariables(env).buildUrl;
  return {
    access,
    publishes: publish,
    version,
    options: {
      providerVersion: version,
      ...(branch === undefined ? {} : { providerVersionBranch: requireName('--provider-branch', branch) }),
      ...(url === undefined ? {} : { buildUrl: requireName('--build-url', url) }),
      ...(token === undefined ? {} : { pactBrokerToken: token }),
      ...(username === undefined ? {} : { pactBrokerUsername: username, pactBrokerPassword: password ?? '' }),
    },
  };
}
