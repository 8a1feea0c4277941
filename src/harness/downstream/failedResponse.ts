import type { OutageError } from './outage.ts';

/** A response as `fetch` gives it: a failing status is no error of the call. */
interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
}

type ResponseClass = new (body: string, init: { readonly status: number; readonly statusText: string }) => HttpResponse;

/** What an overloaded or failing server answers; after a timeout there is no answer. */
const failures: Readonly<Partial<Record<OutageError, { readonly status: number; readonly statusText: string }>>> = {
  throttling: { status: 429, statusText: 'Too Many Requests' },
  serverError: { status: 503, statusText: 'Service Unavailable' },
};

/** Makes the response of a failing service; undefined where the call itself fails. */
export type MakeFailedResponse = (kind: OutageError) => object | undefined;

/** How a service with this answer fails; undefined if the answer is no response, so that its calls reject. */
export function findFailedResponse(answer: unknown): MakeFailedResponse | undefined {
  if (!isHttpResponse(answer)) return undefined;
  return (kind) => {
    const failure = failures[kind];
    if (failure === undefined) return undefined;
    if (isPlain(answer)) return { ...answer, ...failure, ok: false };
    return new (answer.constructor as ResponseClass)(failure.statusText, failure);
  };
}

/** What such a response says, for reports. */
export function describeFailedResponse(kind: OutageError): string {
  const { status, statusText } = failures[kind] ?? {};
  return `it answered ${status} ${statusText}`;
}

function isHttpResponse(answer: unknown): answer is HttpResponse {
  if (typeof answer !== 'object' || answer === null) return false;
  const { ok, status } = answer as Partial<HttpResponse>;
  return typeof ok === 'boolean' && typeof status === 'number' && (isPlain(answer) || isOfResponseClass(answer));
}

/** A double of the consumer's may be a plain object, also one of another realm. */
function isPlain(answer: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(answer);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isOfResponseClass(answer: object): boolean {
  return answer.constructor?.name === 'Response';
}
