import type { BrokerAccess } from '../broker/client/brokerAccess.ts';
import { WaitingBudget } from '../broker/client/waitingBudget.ts';
import { requireName } from '../broker/collectVersionDetails.ts';
import { readCiVariables } from '../broker/readCiVariables.ts';

/** The options about the provider. */
export interface ProviderVersion {
  readonly publish: boolean;
  readonly version: string;
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
}

/** Where to publish results, and under which version. */
export interface Publishing {
  readonly access: BrokerAccess;
  readonly publishes: boolean;
  /** The version of the provider. */
  readonly version: string;
  readonly branch?: string;
  readonly buildUrl?: string;
  /** The time that all pacts of the command share for a stalled broker. */
  readonly budget: WaitingBudget;
}

/**
 * The version to publish results under, if publishing is asked for.
 * @throws InvalidArgumentError for a name that no broker accepts
 */
export function resolvePublishing(
  access: BrokerAccess,
  { publish, version, branch, buildUrl }: ProviderVersion,
  env: Readonly<Record<string, string | undefined>>,
  budget: WaitingBudget = new WaitingBudget(),
): Publishing {
  const url = buildUrl ?? readCiVariables(env).buildUrl;
  return {
    access,
    publishes: publish,
    version,
    ...(branch === undefined ? {} : { branch: requireName('--provider-branch', branch) }),
    ...(url === undefined ? {} : { buildUrl: requireName('--build-url', url) }),
    budget,
  };
}
