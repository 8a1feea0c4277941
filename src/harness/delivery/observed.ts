import type { CasesEvent } from '../../event/casesEvent.ts';
import { InvalidArgumentError } from '../../event/invalidArgument.ts';
import { plainCopy } from '../../event/plainCopy.ts';
import { short } from '../failureLines.ts';
import { callHook } from '../hook.ts';
import type { LateErrors } from '../lateErrors.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';

/**
 * What `observe` answers, as plain data.
 * @throws Error when it throws, or does not settle; InvalidArgumentError when that is no JSON
 */
export async function observed(
  { observe, timeout }: Pick<ResolvedDeliveryOptions, 'observe' | 'timeout'>,
  late: LateErrors,
): Promise<unknown> {
  const means = 'nothing is known of what the handler did';
  const value = await callHook({ name: 'observe', call: observe, timeout, late, means });
  const place = notJson(value, '', []);
  if (place === undefined) return plainCopy(value);
  throw new InvalidArgumentError({
    argument: `what options.observe answers${place.path === '' ? '' : `, at ${place.path.slice(1)},`}`,
    received: place.value,
    allowed: 'JSON: null, booleans, finite numbers, texts, lists, and plain objects of these',
    todo: 'Answer a list of rows, such as [...map.entries()], and dates as texts',
  });
}

/** The first place that JSON does not carry as it is. */
function notJson(
  value: unknown,
  path: string,
  around: readonly object[],
): { readonly path: string; readonly value: unknown } | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { path, value };
  if (typeof value !== 'object') return { path, value };
  if (!Array.isArray(value) && !isPlainObject(value)) return { path, value };
  if (around.includes(value)) return { path, value };
  for (const [name, inner] of Object.entries(value)) {
    const place = notJson(inner, `${path}.${name}`, [...around, value]);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Of any realm: jest's sandbox has its own Object. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Two observations that differ, at the first place where they do. */
export interface Discrepancy {
  readonly path: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Whether two values that hold nothing are the same. */
export type Same = (expected: unknown, received: unknown) => boolean;

/** The first place where two observations differ. */
export function discrepancyOf(
  expected: unknown,
  received: unknown,
  same: Same = Object.is,
  path: string = '',
): Discrepancy | undefined {
  if (same(expected, received)) return undefined;
  if (!sameKind(expected, received)) return { path, expected, received };
  const [one, other] = [expected, received] as [Record<string, unknown>, Record<string, unknown>];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = discrepancyOf(one[name], other[name], same, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
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

function sameKind(one: unknown, other: unknown): boolean {
  const both = [one, other];
  if (!both.every((value) => typeof value === 'object' && value !== null)) return false;
  return Array.isArray(one) === Array.isArray(other);
}

/** A discrepancy on one line. */
export function discrepancyLine({ path, expected, received }: Discrepancy): string {
  const at = path === '' ? 'observe()' : `observe().${path}`;
  const words = (value: unknown): string => (value === undefined ? 'nothing' : short(value));
  return `${at}: ${words(expected)} expected, ${words(received)} received`;
}
