import { Buffer } from 'node:buffer';
import type { BrokerAccess } from '../brokerAccess.ts';
import { cannotBeReached, failureOfStatus, isPassingStatus, noBroker, silent, unreachable } from '../brokerFailure.ts';
import { brokerFetch } from '../brokerFetch.ts';
import { refusalOf } from '../deployment.ts';
import { type Attempt, patiently } from '../patiently.ts';
import { whyUnreachable } from '../whyUnreachable.ts';

/** One attempt may take so many milliseconds. */
const ATTEMPT = 20_000;

/**
 * Asks a broker for JSON, again while it fails in a way that passes. What is asked here changes nothing there, a list of
 * pacts being asked for with a body.
 * @returns the text of the answer, which is JSON
 * @throws Error in our words where there is none
 */
export async function brokerRequest(
  access: BrokerAccess,
  url: string,
  body?: object,
  patience?: number,
): Promise<string> {
  const answer = await patiently(access, (until) => once(access, url, body, until), patience);
  if ('text' in answer) return answer.text;
  throw new Error(answer.failure);
}

type Answer = { readonly text: string } | { readonly failure: string };

async function once(
  access: BrokerAccess,
  url: string,
  body: object | undefined,
  until: number,
): Promise<Attempt<Answer>> {
  const most = Math.max(1, Math.floor(Math.min(ATTEMPT, until - performance.now())));
  try {
    const response = await brokerFetch(url, {
      signal: AbortSignal.timeout(most),
      headers: {
        accept: 'application/hal+json, application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...authorization(access, url),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return await answered(access, url, response);
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      return {
        answer: { failure: silent(access) },
        passing: `did not answer within ${Math.round(most / 1000)} seconds`,
      };
    }
    const { why, lasts } = await whyUnreachable(access.url);
    return { answer: { failure: unreachable(access, why) }, ...(lasts ? {} : { passing: cannotBeReached(why) }) };
  }
}

async function answered(
  access: BrokerAccess,
  url: string,
  response: Awaited<ReturnType<typeof brokerFetch>>,
): Promise<Attempt<Answer>> {
  const { status, statusText, headers } = response;
  const text = await response.text();
  const said = `${status} ${statusText}`.trim();
  if (!response.ok) {
    const { origin } = new URL(url);
    if (status === 401 && origin !== new URL(access.url).origin)
      return { answer: { failure: elsewhere(access, origin) } };
    const failure =
      failureOfStatus(status, said, access) ??
      (status === 404 ? `The broker does not know ${url} (${said}).` : refusalOf(text, access).message);
    return { answer: { failure }, ...(isPassingStatus(status) ? { passing: `fails (${said})` } : {}) };
  }
  try {
    JSON.parse(text);
    return { answer: { text } };
  } catch {
    return { answer: { failure: noBroker(access, headers.get('content-type') ?? 'something without a content type') } };
  }
}

function elsewhere({ url }: BrokerAccess, origin: string): string {
  return `The broker at ${url} links to ${origin}, where credentials are asked for, which go to its own address only. Let it know its address (PACT_BROKER_BASE_URL where it runs), and the proxy before it send X-Forwarded-Proto and X-Forwarded-Host; or use the address that it links to.`;
}

/** Credentials go to the broker's own address only, wherever its links lead. */
function authorization({ url: own, env }: BrokerAccess, url: string): Record<string, string> {
  if (new URL(url).origin !== new URL(own).origin) return {};
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password = '' } = env;
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
