import { ciVariables } from '../broker/ciVariables.ts';
import type { BrokerAccess } from '../broker/client/brokerAccess.ts';
import { WaitingBudget } from '../broker/client/waitingBudget.ts';
import { requireName } from '../broker/versionFacts.ts';

/** What is told of the provider. */
export interface ProviderVersion {
  readonly publish: boolean;
  readonly version: string;
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
}

/** Where results are published, and as what. */
export interface Publishing {
  readonly access: BrokerAccess;
  readonly publishes: boolean;
  /** The version of the provider. */
  readonly version: string;
  readonly branch?: string;
  readonly buildUrl?: string;
  /** What all pacts of the command may wait for a broker that does not answer. */
  readonly budget: WaitingBudget;
}

/**
 * As what results are published, when that is asked for.
 * @throws InvalidArgumentError where a name is one that no broker takes
 */
export function publishing(
  access: BrokerAccess,
  { publish, version, branch, buildUrl }: ProviderVersion,
  env: Readonly<Record<string, string | undefined>>,
  budget: WaitingBudget = new WaitingBudget(),
): Publishing {
  const url = buildUrl ?? ciVariables(env).buildUrl;
  return {
    access,
    publishes: publish,
    version,
    ...(branch === undefined ? {} : { branch: requireName('--provider-branch', branch) }),
    ...(url === undefined ? {} : { buildUrl: requireName('--build-url', url) }),
    budget,
  };
}
