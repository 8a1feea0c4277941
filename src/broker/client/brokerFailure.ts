import type { BrokerAccess } from './brokerAccess.ts';
import { cutText } from './cutText.ts';
import type { ClientAnswer, HttpStatus } from './pactClient.ts';
import { RETRY_SECONDS } from './retryWithBackoff.ts';

/** Why a broker could not be asked, in plain words. Refusals by the broker itself are not included. */
export function explainClientFailure(answer: ClientAnswer, access: BrokerAccess, hint?: string): string | undefined {
  const { code, status } = answer;
  if (code === undefined) return describeSilence(access);
  if (status !== undefined) return describeStatus(status.number, status.words, access);
  const type = /valid HAL response body.*content type is '([^']*)'/s.exec(cutText(answer.text))?.[1];
  if (type !== undefined) return describeOtherServer(access, type);
  return isUnreachable(answer) ? describeUnreachable(access, hint) : undefined;
}

/** The message for a broker that does not answer in time. */
export function describeSilence({ url }: BrokerAccess): string {
  return `The broker at ${url} did not answer within ${RETRY_SECONDS} seconds. Check whether it is up and not overloaded, then run the command again: that is safe.`;
}

/** The message for another server that answers in its place, with its content type. */
export function describeOtherServer({ url }: BrokerAccess, type: string): string {
  return `The server at ${url} is not a Pact Broker: it sent ${type}. A proxy or a login page may be in the way, or the address has another path. Look at PACT_BROKER_BASE_URL, HTTPS_PROXY and NO_PROXY.`;
}

/** The message for a link to another origin. */
export function describeForeignLink({ url }: Pick<BrokerAccess, 'url'>, origin: string): string {
  return `The broker at ${url} links to ${origin}, which asks for credentials; they go to the broker's own address only. Set PACT_BROKER_BASE_URL where the broker runs, and let its proxy send X-Forwarded-Proto and X-Forwarded-Host. Or use the address that it links to.`;
}

/** The message if nothing answers. */
export function describeUnreachable({ url }: BrokerAccess, hint: string | undefined): string {
  return `The broker at ${url} ${describeNotReached(hint)}. Check PACT_BROKER_BASE_URL, the network and the proxies on the way; for a certificate of your own, also SSL_CERT_FILE. Then run the command again.`;
}

/** The reason, if known. */
export function describeNotReached(why: string | undefined): string {
  return `cannot be reached${why === undefined ? '' : `: ${why}`}`;
}

/** The message for an HTTP status; undefined if the status depends on the request. */
export function describeStatus(status: number, said: string, { url, env }: BrokerAccess): string | undefined {
  const given = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME'].find((name) => env[name] !== undefined);
  switch (status) {
    case 401:
      return given === undefined
        ? `The broker at ${url} asks for credentials (${said}). Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`
        : `The broker at ${url} refuses the credentials (${said}). Look at ${given === 'PACT_BROKER_TOKEN' ? given : `${given} and PACT_BROKER_PASSWORD`}.`;
    case 403:
      return `The broker at ${url} does not allow this with these credentials (${said}). They need the right to write: ask whoever runs the broker.`;
    case 407:
      return `A proxy on the way to ${url} asks for credentials (${said}). Set HTTPS_PROXY or NO_PROXY.`;
    default:
      return isPassingStatus(status)
        ? `The broker at ${url} keeps failing (${said}). Its log says why. Run the command again when the broker works.`
        : undefined;
  }
}

/** Whether a broker with this status may answer differently soon. */
export function isPassingStatus(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

/** The HTTP status of an answer that may change soon. */
export function findPassingStatus({ status }: ClientAnswer): HttpStatus | undefined {
  return status !== undefined && isPassingStatus(status.number) ? status : undefined;
}

/** Whether no answer came over the network. */
export function isUnreachable({ code, text }: ClientAnswer): boolean {
  return code !== undefined && code !== 0 && /Failed to access|error sending request/.test(cutText(text));
}
