import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';

/**
 * `isDeepStrictEqual` of data as JSON has it, in a tenth of its time for two that are the same, as an event is that its
 * handler left alone. Whatever else differs is left to Node; properties under symbols, and those of lists beside their
 * items, are not looked at: to ask for them costs more than all the rest.
 */
export function sameData(one: unknown, other: unknown): boolean {
  return isSame(one, other) || isDeepStrictEqual(one, other);
}

function isSame(one: unknown, other: unknown): boolean {
  // 0 and -0 are not the same; NaN is itself; so is an object, whose properties are then not read.
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const prototype = Object.getPrototypeOf(one);
  if (prototype !== Object.getPrototypeOf(other)) return false;
  if (prototype === Array.prototype) return sameItems(one as unknown[], other as unknown[]);
  return prototype === Object.prototype && sameProperties(one as Properties, other as Properties);
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!isSame(one[index], other[index])) return false;
  return true;
}

type Properties = Readonly<Record<string, unknown>>;

/** By `for in`, which makes no list of the names. What is undefined may be missing on the other side: not the same. */
function sameProperties(one: Properties, other: Properties): boolean {
  let more = 0;
  for (const key in one) {
    const value = other[key];
    if (value === undefined || !isSame(one[key], value)) return false;
    more++;
  }
  for (const _ in other) more--;
  return more === 0;
}
