import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { short } from '../failure/failureLines.ts';
import { type InvalidPlace, NotJson } from './notJson.ts';

/** Two observations that differ, at the first place where they do. */
export interface Discrepancy {
  readonly path: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Whether two values that hold nothing are the same. */
export type Same = (expected: unknown, received: unknown) => boolean;

/** The first place where two observations differ. */
export function findDiscrepancy(
  expected: unknown,
  received: unknown,
  same: Same = Object.is,
  path: string = '',
): Discrepancy | undefined {
  if (same(expected, received) || sameText(expected, received)) return undefined;
  if (!sameKind(expected, received)) return { path, expected, received };
  const [one, other] = [expected, received] as [Record<string, unknown>, Record<string, unknown>];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = findDiscrepancy(one[name], other[name], same, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an odd place would have been, by what was seen where it was none. */
export function readDiscrepancy(odd: InvalidPlace | undefined, expected: unknown): Discrepancy | undefined {
  if (odd === undefined) return undefined;
  let there = expected;
  for (const name of odd.names) there = (there as Record<string, unknown>)?.[name];
  return { path: odd.names.join('.'), expected: there, received: new NotJson(show(odd.value)) };
}

/** The same, or what stands at one place of one and the same event in two deliveries that differ there. */
export function sameBut(
  at: (event: CasesEvent) => string,
  history: readonly CasesEvent[],
  other: readonly CasesEvent[],
): Same {
  return (expected, received) =>
    Object.is(expected, received) ||
    history.some((event, place) => at(event) === expected && at(other[place] as CasesEvent) === received);
}

function sameText(one: unknown, other: unknown): boolean {
  return one instanceof NotJson && other instanceof NotJson && one.text === other.text;
}

function sameKind(one: unknown, other: unknown): boolean {
  const both = [one, other];
  if (!both.every((value) => typeof value === 'object' && value !== null && !(value instanceof NotJson))) return false;
  return Array.isArray(one) === Array.isArray(other);
}

/** A discrepancy on one line. */
export function discrepancyLine({ path, expected, received }: Discrepancy): string {
  const at = path === '' ? 'observe()' : `observe().${path}`;
  const words = (value: unknown): string => {
    if (value instanceof NotJson) return value.text;
    return value === undefined ? 'nothing' : short(value);
  };
  return `${at}: ${words(expected)} expected, ${words(received)} received`;
}
