import { valueAt } from '../../model/values/eventPath.ts';
import { requireOwn } from '../broker/client/ownLinks.ts';
import { requestFromBroker } from '../broker/client/requestFromBroker.ts';
import type { PactFile } from './interaction/readPactFiles.ts';
import type { Publishing } from './resolvePublishing.ts';

/** The result of an interaction, as a broker shows it. */
export interface TestResult {
  readonly interactionDescription: string;
  readonly success: boolean;
  /** In the words of Pact's verifier. */
  readonly mismatches: readonly unknown[];
}

/** The link of a pact to which results are sent. */
const LINK = 'pb:publish-verification-results';

/**
 * Publishes the verification result of a pact to a broker. Pact's verifier does not do it, because it sends credentials
 * wherever links lead, and does not report a rejected result.
 * @throws Error in plain words if the link leads elsewhere, or the broker rejects it
 */
export async function publishResult(
  { pact, address, text }: PactFile,
  { access, version, branch, buildUrl, budget }: Publishing,
  success: boolean,
  testResults: readonly TestResult[],
): Promise<void> {
  const link = valueAt(JSON.parse(text), ['_links', LINK, 'href']);
  if (typeof link !== 'string') throw new Error(`The broker gives ${address} without a link ${LINK}.`);
  requireOwn(access, link);
  const send = (url: string, body: object, method: 'POST' | 'PUT'): Promise<string> =>
    budget.ask((maxMs) => requestFromBroker(access, url, body, maxMs, method));
  if (branch !== undefined) {
    const path = ['pacticipants', pact.provider, 'branches', branch, 'versions', version];
    await send(`${access.url}/${path.map(encodeURIComponent).join('/')}`, {}, 'PUT');
  }
  const verifiedBy = { implementation: 'connect-cases-contracts', version };
  const result = { success, providerApplicationVersion: version, testResults, verifiedBy };
  const answer: unknown = JSON.parse(
    await send(link, buildUrl === undefined ? result : { ...result, buildUrl }, 'POST'),
  );
  if (valueAt(answer, ['providerApplicationVersion']) === version && valueAt(answer, ['success']) === success) return;
  throw new Error(
    `The answer to the published result does not come from a Pact Broker: it does not repeat that result.`,
  );
}
