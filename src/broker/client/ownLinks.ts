import { valueAt } from '../../../model/event/paths.ts';
import type { BrokerAccess } from './brokerAccess.ts';
import { linksElsewhere } from './brokerFailure.ts';
import { brokerRequest } from './brokerRequest.ts';

/**
 * Looks, before the Pact client is let follow a link of a broker's page with credentials, that it leads to the broker's
 * own origin. Without credentials there is nothing to lose, and links lead where they want.
 * @throws Error in our words where it leads elsewhere, or the broker cannot be asked
 */
export async function requireOwnLinks(access: BrokerAccess, page: string, name: string): Promise<void> {
  if (access.secrets.length === 0) return;
  const links = valueAt(JSON.parse(await brokerRequest(access, access.url + page)), ['_links', name]);
  for (const link of [links].flat()) {
    const href = valueAt(link, ['href']);
    if (typeof href === 'string') requireOwn(access, href);
  }
}

/** @throws Error in our words where a link of a broker leads to another origin, to which no credentials go */
export function requireOwn(access: BrokerAccess, href: string): void {
  const origin = URL.canParse(href, access.url) ? new URL(href, access.url).origin : href;
  if (origin !== new URL(access.url).origin) throw new Error(linksElsewhere(access, origin));
}
