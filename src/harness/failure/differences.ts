import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { plainCopy } from '../../../model/values/plainCopy.ts';

/** One place in which an event differs from another: `to` is absent where the place is missing. */
export interface Difference {
  /** Where, step by step from the event's root. */
  readonly steps: readonly string[];
  /** What the sample has there; absent where it has nothing. */
  readonly from?: unknown;
  /** What the event has there; absent where it has nothing. */
  readonly to?: unknown;
}

const asAssigned = { configurable: true, enumerable: true, writable: true } as const;

/** The differences between two plain values, object by object; lists count as one value. */
export function differencesBetween(from: unknown, to: unknown, segments: readonly string[] = []): Difference[] {
  if (Object.is(from, to)) return [];
  if (!isObject(from) || !isObject(to)) return isDeepStrictEqual(from, to) ? [] : [{ steps: segments, from, to }];
  const differences: Difference[] = [];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const below = [...segments, key];
    if (!Object.hasOwn(to, key)) differences.push({ steps: below, from: from[key] });
    else if (!Object.hasOwn(from, key)) differences.push({ steps: below, to: to[key] });
    else differences.push(...differencesBetween(from[key], to[key], below));
  }
  return differences;
}

/** A copy of a plain value with differences applied to it: the inverse of {@link differencesBetween}. */
export function applyDifferences<Value>(value: Value, differences: readonly Difference[]): Value {
  const copy = plainCopy(value) as Record<string, unknown>;
  for (const { steps: segments, ...change } of differences) {
    let place: Record<string, unknown> = copy;
    for (const segment of segments.slice(0, -1)) place = place[segment] as Record<string, unknown>;
    const last = segments.at(-1) as string;
    // Not assigned: a member may be called __proto__.
    if ('to' in change) Object.defineProperty(place, last, { ...asAssigned, value: plainCopy(change.to) });
    else delete place[last];
  }
  return copy as Value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
