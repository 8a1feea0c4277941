import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { walkDifferences } from '../../../../model/values/differences.ts';
import { show } from '../../../../model/values/invalidArgument.ts';
import { showChange } from '../../../../model/values/show/showChange.ts';
import { showSegment } from '../../../../model/values/show/showPath.ts';
import { showCall } from '../../downstream/showCall.ts';
import { type InvalidPlace, NotJson } from './notJson.ts';
import { ObservedCalls } from './observedCalls.ts';

/** The first place where two observations differ. */
export interface Discrepancy {
  /** The place, to write after `observe()`: `[0].title`; empty for the whole. */
  readonly path: string;
  readonly expected: unknown;
  readonly received: unknown;
  /** Whether both hold the same values, only in another order. */
  readonly isReordered?: true | undefined;
  /** Whether it is a watched call: nothing else is observed. */
  readonly isCall?: true;
}

/** Whether two leaf values are equal. */
export type Same = (expected: unknown, received: unknown) => boolean;

/** The first place where two observations differ. */
export function findDiscrepancy(expected: unknown, received: unknown, same: Same = Object.is): Discrepancy | undefined {
  if (expected instanceof ObservedCalls && received instanceof ObservedCalls) {
    const difference = expected.findDifference(received, same);
    const [one, other] = [difference?.expected, difference?.received].map(
      (call) => call && new NotJson(showCall(call)),
    );
    return difference && { path: '', expected: one, received: other, isCall: true };
  }
  const [first] = walkDifferences(expected, received, {
    same: (one, other) => same(one, other) || isSameText(one, other),
    opens: isSameKind,
  });
  if (first === undefined) return undefined;
  return {
    path: formatPlace(expected, first.steps),
    expected: first.from,
    received: first.to,
    // Most discrepancies are never shown, and the whole may be large.
    get isReordered() {
      return sortLists(expected) === sortLists(received) || undefined;
    },
  };
}

/** A value as JSON in which each list is sorted. */
function sortLists(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map(sortLists).sort()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${sortLists(member)}`)}}`;
}

/** The discrepancy at a place that JSON cannot hold: the other delivery's value there is the expected one. */
export function readDiscrepancy(odd: InvalidPlace | undefined, expected: unknown): Discrepancy | undefined {
  if (odd === undefined) return undefined;
  let there = expected;
  for (const name of odd.names) there = (there as Record<string, unknown>)?.[name];
  return { path: formatPlace(expected, odd.names), expected: there, received: new NotJson(show(odd.value)) };
}

/** Equality that ignores values differing between two deliveries of the same events. */
export function isSameExcept(
  at: (event: CasesEvent) => string,
  history: readonly CasesEvent[],
  other: readonly CasesEvent[],
): Same {
  return (expected, received) =>
    Object.is(expected, received) ||
    history.some((event, place) => at(event) === expected && at(other[place] as CasesEvent) === received);
}

function isSameText(one: unknown, other: unknown): boolean {
  return one instanceof NotJson && other instanceof NotJson && one.text === other.text;
}

function isSameKind(one: unknown, other: unknown): boolean {
  const both = [one, other];
  if (!both.every((value) => typeof value === 'object' && value !== null && !(value instanceof NotJson))) return false;
  return Array.isArray(one) === Array.isArray(other);
}

/** A place within an observed value, to write after `observe()`: `[0].title`. */
export function formatPlace(value: unknown, names: readonly string[]): string {
  let at = value;
  const segments = names.map((name) => {
    const isIndex = Array.isArray(at);
    at = (at as Record<string, unknown> | null | undefined)?.[name];
    return showSegment(isIndex ? Number(name) : name);
  });
  return segments.join('');
}

/** A discrepancy on one line. */
export function formatDiscrepancy(discrepancy: Discrepancy): string {
  const [expected, received] = describeBoth(discrepancy);
  return `${nameObserved(discrepancy)}: ${expected} expected, ${received} received`;
}

/** What was observed: a place in the result of `observe`, or the calls. */
export function nameObserved({ isCall, path }: Discrepancy): string {
  return isCall ? 'the watched calls' : `observe()${path}`;
}

/** The expected value and the received one, in words. */
export function describeBoth({ expected, received }: Discrepancy): readonly [string, string] {
  const [one, other] = showChange(expected, received);
  return [describeEither(expected, one), describeEither(received, other)];
}

function describeEither(value: unknown, shown: string): string {
  if (value instanceof NotJson) return value.text;
  return value === undefined ? 'nothing' : shown;
}
