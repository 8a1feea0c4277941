import { valueAt } from '../../../model/values/eventPath.ts';
import type { BrokerAccess } from './brokerAccess.ts';
import { describeForeignLink } from './brokerFailure.ts';
import { requestFromBroker } from './requestFromBroker.ts';

/**
 * Checks that a link of a broker's page leads to the broker's own origin, before the Pact client follows it with
 * credentials. Without credentials links may lead anywhere.
 * @throws Error in plain words if it leads elsewhere, or the broker cannot be asked
 */
export async function requireOwnLinks(access: BrokerAccess, page: string, name: string): Promise<void> {
  if (access.secrets.length === 0) return;
  const links = valueAt(JSON.parse(await requestFromBroker(access, access.url + page)), ['_links', name]);
  for (const link of [links].flat()) {
    const href = valueAt(link, ['href']);
    if (typeof href === 'string') requireOwn(access, href);
  }
}

/** @throws Error in plain words if a broker's link leads to another origin, which must not get credentials */
export function requireOwn(access: BrokerAccess, href: string): void {
  const origin = URL.canParse(href, access.url) ? new URL(href, access.url).origin : href;
  if (origin !== new URL(access.url).origin) throw new Error(describeForeignLink(access, origin));
}
