import { Buffer } from 'node:buffer';
import type { BrokerAccess } from './brokerAccess.ts';
import {
  describeForeignLink,
  describeNotReached,
  describeOtherServer,
  describeSilence,
  describeStatus,
  describeUnreachable,
  isPassingStatus,
} from './brokerFailure.ts';
import { explainUnreachable } from './explainUnreachable.ts';
import { fetchFromBroker } from './fetchFromBroker.ts';
import { hideSecrets } from './hideSecrets.ts';
import { AnswerTooLarge, MAX_RESPONSE_BYTES, readLimitedText } from './readLimitedText.ts';
import { type RetryAttempt, retryWithBackoff } from './retryWithBackoff.ts';
import { toRefusal } from './toRefusal.ts';

/** The milliseconds that one attempt may take. */
const ATTEMPT = 20_000;

/** Thrown if the broker does not know a page. */
export class UnknownPage extends Error {}

/**
 * Asks a broker for JSON, and retries transient failures: every request here is safe to repeat. Its texts in errors
 * contain no secrets.
 * @returns the text of the answer, which is JSON
 * @throws UnknownPage if the broker does not know the page; Error in plain words if there is no answer
 */
export async function requestFromBroker(
  access: BrokerAccess,
  url: string,
  body?: object,
  maxMs?: number,
  method: 'POST' | 'PUT' = 'POST',
): Promise<string> {
  const answer = await retryWithBackoff(access, (until) => requestOnce(access, { url, body, method }, until), maxMs);
  if ('text' in answer) return answer.text;
  throw answer.unknown ? new UnknownPage(answer.failure) : new Error(answer.failure);
}

interface Asked {
  readonly url: string;
  readonly body: object | undefined;
  readonly method: 'POST' | 'PUT';
}

type Answer = { readonly text: string } | { readonly failure: string; readonly unknown?: boolean };

async function requestOnce(
  access: BrokerAccess,
  { url, body, method }: Asked,
  until: number,
): Promise<RetryAttempt<Answer>> {
  const most = Math.max(1, Math.floor(Math.min(ATTEMPT, until - performance.now())));
  try {
    const response = await fetchFromBroker(url, {
      signal: AbortSignal.timeout(most),
      headers: {
        accept: 'application/hal+json, application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...makeAuthorization(access, url),
      },
      ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
    });
    return await readResponse(access, url, response);
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      return {
        answer: { failure: describeSilence(access) },
        passing: `did not answer within ${Math.round(most / 1000)} seconds`,
        unanswered: most < ATTEMPT,
      };
    }
    if (error instanceof AnswerTooLarge) return { answer: { failure: describeTooLarge(access, url, error) } };
    const { why, lasts } = await explainUnreachable(access.url);
    return {
      answer: { failure: describeUnreachable(access, why) },
      ...(lasts ? {} : { passing: describeNotReached(why) }),
    };
  }
}

async function readResponse(
  access: BrokerAccess,
  url: string,
  response: Awaited<ReturnType<typeof fetchFromBroker>>,
): Promise<RetryAttempt<Answer>> {
  const { status, statusText, headers } = response;
  const text = await readLimitedText(response.body);
  const clean = (words: string): string => hideSecrets(access.secrets, words);
  const said = clean(`${status} ${statusText}`.trim());
  if (!response.ok) {
    const { origin } = new URL(response.url || url);
    if (status === 401 && origin !== new URL(access.url).origin)
      return { answer: { failure: describeForeignLink(access, origin) } };
    const failure =
      describeStatus(status, said, access) ??
      (status === 404 ? `The broker does not know ${url} (${said}).` : toRefusal(clean(text), access).message);
    return {
      answer: { failure, unknown: status === 404 },
      ...(isPassingStatus(status) ? { passing: `fails (${said})` } : {}),
    };
  }
  try {
    JSON.parse(text);
    return { answer: { text } };
  } catch {
    const type = clean(headers.get('content-type') ?? 'something without a content type');
    return { answer: { failure: describeOtherServer(access, type) } };
  }
}

function describeTooLarge({ url: own }: BrokerAccess, url: string, { message }: AnswerTooLarge): string {
  return `The broker at ${own} answers at ${url} with ${message}: at most ${MAX_RESPONSE_BYTES.toLocaleString('en')} are allowed, twice the largest pact. Check what is published there.`;
}

/** Sends credentials only to the broker's own address, wherever its links lead. */
function makeAuthorization({ url: own, env }: BrokerAccess, url: string): Record<string, string> {
  if (new URL(url).origin !== new URL(own).origin) return {};
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password = '' } = env;
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
