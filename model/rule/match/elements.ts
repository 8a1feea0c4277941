/**
 * The elements of lists in which a value lies: an index for each list, by the list's place. Values that stand directly
 * in a list lie in no element of it.
 */
export type Elements = ReadonlyMap<string, number>;

/** Values outside the elements of any list. */
export const noElements: Elements = new Map();

/** Elements in which both lie, or undefined if they lie in different elements of one list. */
export function joinElements(one: Elements, other: Elements): Elements | undefined {
  if (other.size === 0) return one;
  if (one.size === 0) return other;
  for (const [list, index] of other) {
    if ((one.get(list) ?? index) !== index) return undefined;
  }
  return new Map([...one, ...other]);
}
