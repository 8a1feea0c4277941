import { EnvHttpProxyAgent, fetch, type RequestInit, type Response } from 'undici';
import { fileText } from '../../../model/platform/fileText.ts';

let agent: EnvHttpProxyAgent | undefined;

/**
 * `fetch` by the proxies and the certificates of the environment, as the Pact client and the verifier take them: Node's
 * own knows neither HTTPS_PROXY nor SSL_CERT_FILE.
 */
export async function brokerFetch(url: string, init: RequestInit): Promise<Response> {
  agent ??= newAgent(process.env.SSL_CERT_FILE);
  return fetch(url, { ...init, dispatcher: agent });
}

function newAgent(certificates: string | undefined): EnvHttpProxyAgent {
  const ca = certificates ? fileText(certificates) : undefined;
  const tls = ca === undefined ? {} : { connect: { ca }, requestTls: { ca }, proxyTls: { ca } };
  // Many proxies tunnel to port 443 only; plain requests they forward.
  return new EnvHttpProxyAgent({ ...tls, proxyTunnel: false });
}
