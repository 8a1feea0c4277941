import type { Place } from '../json/jsonNode.ts';

/**
 * A copy of a pattern without what stands at a place. An object that becomes empty is removed, too. A branch of `$or`
 * that becomes empty admits everything, so its `$or` is removed. The result is undefined if nothing is left.
 */
export function removeAt(pattern: unknown, place: Place): unknown {
  const [key, ...rest] = place;
  if (key === undefined || typeof pattern !== 'object' || pattern === null) return undefined;
  if (Array.isArray(pattern)) {
    const branch = removeAt(pattern[key as number], rest);
    return branch === undefined ? undefined : pattern.with(key as number, branch);
  }
  const entries = Object.entries(pattern).flatMap(([name, value]): [string, unknown][] => {
    const kept = name === key ? removeAt(value, rest) : value;
    return kept === undefined ? [] : [[name, kept]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
