import { EnvHttpProxyAgent, fetch, type RequestInit, type Response } from 'undici';
import { readFileText } from '../../../model/platform/readFileText.ts';

let agent: EnvHttpProxyAgent | undefined;

/**
 * `fetch` with the environment's proxies and certificates, like the Pact client and the verifier. Node's own ignores
 * HTTPS_PROXY and SSL_CERT_FILE.
 */
export async function fetchFromBroker(url: string, init: RequestInit): Promise<Response> {
  agent ??= makeAgent(process.env.SSL_CERT_FILE);
  return fetch(url, { ...init, dispatcher: agent });
}

function makeAgent(certificates: string | undefined): EnvHttpProxyAgent {
  const ca = certificates ? readFileText(certificates) : undefined;
  const tls = ca === undefined ? {} : { connect: { ca }, requestTls: { ca }, proxyTls: { ca } };
  // Many proxies tunnel only to port 443, but forward plain requests.
  return new EnvHttpProxyAgent({ ...tls, proxyTunnel: false });
}
