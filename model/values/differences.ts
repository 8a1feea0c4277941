import { isDeepStrictEqual } from '../platform/nodeModules.ts';
import { copyPlainly } from './copyPlainly.ts';
import type { EventPath } from './eventPath.ts';
import { isMembers } from './members.ts';

/** One difference between two plain values, such as a sample and an event. */
export interface Difference {
  /** Its place, from the root. */
  readonly steps: EventPath;
  /** The first value at this place; absent if there is none. */
  readonly from?: unknown;
  /** The second value at this place; absent if there is none. */
  readonly to?: unknown;
}

/** How to compare two values. */
export interface Comparison {
  /** Whether two values are the same. */
  same(from: unknown, to: unknown): boolean;
  /** Whether to compare two values member by member instead of as a whole. */
  opens(from: unknown, to: unknown): boolean;
}

/** Lists the differences between two plain values, object by object; a list counts as one value. */
export function listDifferences(from: unknown, to: unknown): Difference[] {
  return [...walkDifferences(from, to, memberByMember)];
}

const memberByMember: Comparison = {
  same: (from, to) => Object.is(from, to) || (!memberByMember.opens(from, to) && isDeepStrictEqual(from, to)),
  opens: (from, to) => isMembers(from) && isMembers(to),
};

/** Yields the differences between two values lazily: the first one costs no search for the others. */
export function* walkDifferences(
  from: unknown,
  to: unknown,
  comparison: Comparison,
  steps: EventPath = [],
): Generator<Difference> {
  if (comparison.same(from, to)) return;
  if (!comparison.opens(from, to)) {
    yield { steps, from, to };
    return;
  }
  const [one, other] = [from as Record<string, unknown>, to as Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const below = [...steps, key];
    if (!Object.hasOwn(other, key)) yield { steps: below, from: one[key] };
    else if (!Object.hasOwn(one, key)) yield { steps: below, to: other[key] };
    else yield* walkDifferences(one[key], other[key], comparison, below);
  }
}

const asAssigned = { configurable: true, enumerable: true, writable: true } as const;

/** Copies a plain value with differences applied to it: the inverse of {@link listDifferences}. */
export function applyDifferences<Value>(value: Value, differences: readonly Difference[]): Value {
  const copy = copyPlainly(value) as Record<string, unknown>;
  for (const { steps, ...change } of differences) {
    let place: Record<string, unknown> = copy;
    for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>;
    const last = steps.at(-1) as string;
    // Not assigned: a member may be called __proto__.
    if ('to' in change) Object.defineProperty(place, last, { ...asAssigned, value: copyPlainly(change.to) });
    else delete place[last];
  }
  return copy as Value;
}
