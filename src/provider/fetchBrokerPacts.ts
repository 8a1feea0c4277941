import { toOneLine } from '../../model/platform/escapeControls.ts';
import { valueAt } from '../../model/values/eventPath.ts';
import type { BrokerAccess } from '../broker/client/brokerAccess.ts';
import { describeOtherServer } from '../broker/client/brokerFailure.ts';
import { requestFromBroker } from '../broker/client/requestFromBroker.ts';
import { WaitingBudget } from '../broker/client/waitingBudget.ts';
import { parsePact } from './interaction/pact.ts';
import { type FoundPacts, type PactFile, requireVerifiable, type UnreadPact } from './interaction/readPactFiles.ts';

/** A selector of consumer versions, in the broker's terms. */
export interface Selector {
  readonly consumer?: string;
  readonly branch?: string;
  readonly mainBranch?: true;
  readonly environment?: string;
  readonly deployed?: true;
  readonly deployedOrReleased?: true;
}

/** The consumer versions that a person asks for. */
export interface Selection {
  readonly consumer?: string | undefined;
  readonly branch: readonly string[];
  readonly mainBranch: boolean;
  readonly environment: readonly string[];
  readonly deployed: boolean;
}

/** The selectors for a selection; by default the main branches, and everything deployed or released. */
export function buildSelectors({
  consumer,
  branch,
  mainBranch,
  environment,
  deployed,
}: Selection): readonly Selector[] {
  const asked: Selector[] = [
    ...branch.map((name) => ({ branch: name })),
    ...(mainBranch ? [{ mainBranch } as const] : []),
    ...environment.map((name) => ({ environment: name })),
    ...(deployed ? [{ deployed } as const] : []),
  ];
  const selectors: readonly Selector[] =
    asked.length > 0 ? asked : [{ mainBranch: true }, { deployedOrReleased: true }];
  return consumer === undefined ? selectors : selectors.map((selector) => ({ ...selector, consumer }));
}

const LINK = 'pb:provider-pacts-for-verification';

/** The milliseconds for one stalled pact: the broker may still answer others. */
const MS_FOR_ONE_PACT = 10_000;

/**
 * The pacts with a provider that a broker lists for verification, without duplicates.
 * @param budget how long the whole command may wait for a stalled broker
 * @throws Error in plain words if the broker cannot be asked, is not a broker, or has no such pact
 */
export async function fetchBrokerPacts(
  access: BrokerAccess,
  provider: string,
  selectors: readonly Selector[],
  budget: WaitingBudget = new WaitingBudget(),
): Promise<FoundPacts> {
  const ask = (url: string, body?: object): Promise<string> =>
    budget.ask((maxMs) => requestFromBroker(access, url, body, maxMs));
  const index: unknown = JSON.parse(await ask(`${access.url}/`));
  const link = valueAt(index, ['_links', LINK, 'href']);
  if (typeof link !== 'string') throw new Error(describeOtherServer(access, `JSON without a link ${LINK}`));
  const asked = { consumerVersionSelectors: selectors, includePendingStatus: false };
  const url = link.replace('{provider}', encodeURIComponent(provider));
  const listed: unknown = JSON.parse(await ask(url, asked));
  const links = listLinks(listed);
  if (links.length === 0) {
    throw new Error(
      `The broker at ${access.url} has no pact with ${provider} for ${JSON.stringify(selectors)}. Publish one first (connect-cases publish), or ask for others (--branch, --main-branch, --environment, --deployed, --consumer).`,
    );
  }
  const pacts: PactFile[] = [];
  const unread: UnreadPact[] = [];
  for (const { href, name } of links) {
    try {
      if (budget.spent)
        throw new Error('It was not fetched: the broker had already kept the command waiting for a minute.');
      const text = await budget.ask((maxMs) => requestFromBroker(access, href, undefined, maxMs), MS_FOR_ONE_PACT);
      pacts.push(requireVerifiable({ address: href, pact: parsePact(name, text), text }));
    } catch (error) {
      unread.push({ source: name, problem: (error as Error).message });
    }
  }
  return { pacts, unread };
}

function listLinks(listed: unknown): { readonly href: string; readonly name: string }[] {
  const pacts = valueAt(listed, ['_embedded', 'pacts']);
  return (Array.isArray(pacts) ? pacts : []).flatMap((pact) => {
    const href = valueAt(pact, ['_links', 'self', 'href']);
    const name = valueAt(pact, ['_links', 'self', 'name']);
    return typeof href === 'string' ? [{ href, name: toOneLine(typeof name === 'string' ? name : href) }] : [];
  });
}
