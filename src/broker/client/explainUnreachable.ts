import { fetchFromBroker } from './fetchFromBroker.ts';

/** Node's codes for network errors that may pass soon. */
const passing: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection is cut',
  EAI_AGAIN: 'the name of the host cannot be resolved now',
  EHOSTUNREACH: 'there is no route to this host',
  ENETUNREACH: 'there is no route to this network',
  UND_ERR_SOCKET: 'the connection is cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within ten seconds',
};

/** Node's codes for network errors that stay until somebody acts. */
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host is known',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, and not trusted here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  EPROTO: 'it does not speak TLS there, or only versions that are refused',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there: the address may begin with http:',
};

/** Why nothing is reached at an address. */
export interface Unreachable {
  readonly why: string | undefined;
  /** Whether a retry is pointless. */
  readonly lasts: boolean;
}

/**
 * Explains why an address cannot be reached, which the client does not report. If Node reaches it, or does not know
 * either, the failure may pass: the client's proxy is not Node's.
 */
export async function explainUnreachable(url: string): Promise<Unreachable> {
  try {
    await fetchFromBroker(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(3000) });
    return { why: undefined, lasts: false };
  } catch (error) {
    const code = findErrorCode(error) ?? '';
    return { why: passing[code] ?? lasting[code], lasts: Object.hasOwn(lasting, code) };
  }
}

function findErrorCode(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (cause !== undefined && cause !== null) return findErrorCode(cause);
  return typeof code === 'string' ? code : undefined;
}
