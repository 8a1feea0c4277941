import { valueAt } from '../../event/paths.ts';
import type { BrokerAccess } from '../brokerAccess.ts';
import { brokerRequest } from './brokerRequest.ts';

/** Where a broker keeps the results of a pact, by the name of the link in the pact. */
export const RESULTS_LINK = 'pb:latest-verification-results';

/**
 * Whether a broker knows the result of a pact: Pact's verifier does not say when it could not publish.
 * @throws Error in our words where the broker cannot be asked
 */
export async function hasResult(access: BrokerAccess, link: string, version: string, holds: boolean): Promise<boolean> {
  const result: unknown = JSON.parse(await brokerRequest(access, link));
  return valueAt(result, ['providerApplicationVersion']) === version && valueAt(result, ['success']) === holds;
}
