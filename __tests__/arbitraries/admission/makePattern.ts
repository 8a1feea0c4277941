import type { SeededRandom } from '../../../model/values/seededRandom.ts';

type Scalar = string | number | boolean;

/** The places of an event with a value that a pattern can ask for. */
function listPlaces(value: unknown, path: readonly string[] = []): { path: readonly string[]; value: Scalar }[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'string' ? [{ path, value: item }] : []));
  if (typeof value !== 'object' || value === null) return value === null ? [] : [{ path, value: value as Scalar }];
  return Object.entries(value).flatMap(([key, inner]) => listPlaces(inner, [...path, key]));
}

function makeLeaf(value: Scalar, random: SeededRandom): unknown {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return random.pick([value, { numeric: ['>', value] }, { numeric: ['<=', value] }]);
  const half = value.slice(0, Math.ceil(value.length / 2));
  const ways: unknown[] = [value, { exists: true }, { exists: false }, { 'anything-but': value }];
  if (/^[\x20-\x21\x23-\x29\x2b-\x5b\x5d-\x7e]{2,200}$/.test(value)) {
    ways.push({ prefix: half }, { suffix: value.slice(half.length) }, { wildcard: `${half}*` });
    ways.push({ 'equals-ignore-case': value });
  }
  return random.pick(ways);
}

function put(pattern: Record<string, unknown>, [key = '', ...rest]: readonly string[], leaf: unknown): void {
  const own = Object.hasOwn(pattern, key) ? pattern[key] : undefined;
  if (rest.length === 0) {
    Object.defineProperty(pattern, key, { value: [leaf], enumerable: true, configurable: true, writable: true });
    return;
  }
  const inner = typeof own === 'object' && !Array.isArray(own) ? (own as Record<string, unknown>) : {};
  Object.defineProperty(pattern, key, { value: inner, enumerable: true, configurable: true, writable: true });
  put(inner, rest, leaf);
}

/** A pattern on a few places of an event. */
export function makePattern(event: object, random: SeededRandom): object {
  const pattern = {};
  const places = listPlaces(event);
  for (let count = 1 + random.below(3); count > 0; count--) {
    const { path, value } = random.pick(places);
    put(pattern, path, makeLeaf(value, random));
  }
  return pattern;
}
