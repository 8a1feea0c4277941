import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { compileConditions } from '../../../model/rule/compileConditions.ts';
import { isMembers, type Members } from '../../../model/values/members.ts';

/** Two patterns as one, or the place where that fails. */
export type Joined =
  | { readonly pattern: Members }
  /** No event matches both there, or (`isDisjoint: false`) no pattern says that both match. */
  | { readonly place: string; readonly isDisjoint: boolean };

/**
 * The pattern that matches exactly what two valid patterns both match. EventBridge has no such operator, so it exists
 * only if at each place one pattern decides, or both list values.
 */
export function joinPatterns(one: Members, other: Members): Joined {
  return joinObjects(one, other, []);
}

type Path = readonly string[];

function joinObjects(one: Members, other: Members, path: Path): Joined {
  if (isDeepStrictEqual(one, other)) return { pattern: one };
  if (meetsAlternative(one, other) || meetsAlternative(other, one))
    return { place: write([...path, '$or']), isDisjoint: false };
  const joined = new Map<string, unknown>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    if (!joined.has(key)) {
      joined.set(key, value);
      continue;
    }
    const result = joinValues(joined.get(key), value, [...path, key]);
    if (!('pattern' in result)) return result;
    joined.set(key, result.pattern);
  }
  return { pattern: Object.fromEntries(joined) };
}

/** Whether a key of the second pattern also stands in an alternative of the first. */
function meetsAlternative({ $or }: Members, other: Members): boolean {
  if (!Array.isArray($or)) return false;
  return '$or' in other || $or.some((branch) => Object.keys(Object(branch)).some((key) => key in other));
}

function joinValues(one: unknown, other: unknown, path: Path): Joined | { readonly pattern: unknown } {
  if (Array.isArray(one) && Array.isArray(other)) return joinLists(one, other, path);
  // The elements of a list of objects would have to match both patterns at once.
  if (isMembers(one) && isMembers(other) && NO_LIST.test(write(path))) return joinObjects(one, other, path);
  return isDeepStrictEqual(one, other) ? { pattern: one } : { place: write(path), isDisjoint: false };
}

/** Objects of an event that never stand in a list, in any reading. */
const NO_LIST = /^detail(\.(case|relatedItem|performedBy)(\..*)?)?$/;

/** Places with one value in every event of a service. */
const ONE_VALUE =
  /^(version|id|source|account|time|region|detail-type|detail\.(eventType|eventName|eventSource|relatedItem\.relatedItemType))$/;

function joinLists(
  one: readonly unknown[],
  other: readonly unknown[],
  path: Path,
): Joined | { readonly pattern: unknown } {
  if (one.every((element) => isWithin(element, other))) return { pattern: one };
  if (other.every((element) => isWithin(element, one))) return { pattern: other };
  const place = write(path);
  const listed = one.every(isLiteral) ? one : other.every(isLiteral) ? other : undefined;
  if (listed === undefined || !ONE_VALUE.test(place)) return { place, isDisjoint: false };
  const kept = listed.filter((element) => isWithin(element, listed === one ? other : one));
  return kept.length === 0 ? { place, isDisjoint: true } : { pattern: kept };
}

/** Whether a list matches every value that one element of another matches. */
function isWithin(element: unknown, list: readonly unknown[]): boolean {
  if (isLiteral(element)) return compileConditions(list)(element);
  return list.some((other) => isDeepStrictEqual(element, other) || isLongerPrefix(element, other));
}

function isLongerPrefix(element: unknown, other: unknown): boolean {
  const [longer, shorter] = [element, other].map((one) => (isMembers(one) ? one.prefix : undefined));
  return typeof longer === 'string' && typeof shorter === 'string' && longer.startsWith(shorter);
}

function isLiteral(element: unknown): boolean {
  return !isMembers(element);
}

function write(path: Path): string {
  return path.join('.');
}
