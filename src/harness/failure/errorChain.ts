import { member, type ReadError, readError } from './readError.ts';

/** An error, and how many there are beside it where it came in a list. */
export interface Linked extends ReadError {
  readonly beside: number;
}

/** As many are followed: whoever wraps more often wraps for ever. */
const MOST = 50;

/**
 * An error, and those that it is about, from the outermost to the innermost: by `cause`, which every runtime knows; `errors`
 * of an AggregateError; `recordErrors` of Powertools' batch processors; `originalError` of middy, and the list that its
 * middlewares put into `cause.data`. Of a list the first is followed.
 */
export function errorChain(error: unknown): readonly Linked[] {
  const chain: Linked[] = [];
  const seen = new Set<unknown>();
  let [next, beside] = [error, 0];
  while (!seen.has(next) && chain.length < MOST) {
    seen.add(next);
    const read = readError(next);
    if (read === undefined) break;
    chain.push({ ...read, beside });
    const inner = innerErrors(next);
    [next, beside] = [inner[0], inner.length - 1];
  }
  return chain;
}

function innerErrors(error: unknown): readonly unknown[] {
  const cause = member(error, 'cause');
  const places = [
    cause,
    member(cause, 'data'),
    ...['errors', 'recordErrors', 'originalError'].map((name) => member(error, name)),
  ];
  return places.map(errorsAt).find((errors) => errors.length > 0) ?? [];
}

function errorsAt(place: unknown): readonly unknown[] {
  try {
    const listed = Array.isArray(place) ? place.slice(0, 1000) : [place];
    return listed.filter((one) => readError(one) !== undefined);
  } catch {
    return [];
  }
}
