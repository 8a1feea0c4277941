import { type ReadError, readError, readMember } from './readError.ts';

/** An error, and the number of others beside it if it came in a list. */
export interface Linked extends ReadError {
  readonly beside: number;
}

/** The most errors followed: longer chains may never end. */
const MOST = 50;

/**
 * An error and the errors that it wraps, from the outermost to the innermost: by `cause`; by `errors` of an
 * AggregateError; by `recordErrors` of Powertools' batch processors; by `originalError` of middy, and the list that its
 * middlewares put into `cause.data`. Of a list it follows the first.
 */
export function listErrorChain(error: unknown): readonly Linked[] {
  const chain: Linked[] = [];
  const seen = new Set<unknown>();
  let [next, beside] = [error, 0];
  while (!seen.has(next) && chain.length < MOST) {
    seen.add(next);
    const read = readError(next);
    if (read === undefined) break;
    chain.push({ ...read, beside });
    const inner = listInnerErrors(next);
    [next, beside] = [inner[0], inner.length - 1];
  }
  return chain;
}

function listInnerErrors(error: unknown): readonly unknown[] {
  const cause = readMember(error, 'cause');
  const places = [
    cause,
    readMember(cause, 'data'),
    ...['errors', 'recordErrors', 'originalError'].map((name) => readMember(error, name)),
  ];
  return places.map(listErrorsAt).find((errors) => errors.length > 0) ?? [];
}

function listErrorsAt(place: unknown): readonly unknown[] {
  try {
    const listed = Array.isArray(place) ? place.slice(0, 1000) : [place];
    return listed.filter((one) => readError(one) !== undefined);
  } catch {
    return [];
  }
}
