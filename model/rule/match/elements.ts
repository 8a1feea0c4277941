/**
 * The elements of lists in which a value lies: an index for each list, by the list's place. Values that stand directly
 * in a list lie in no element of it.
 */
export type Elements = ReadonlyMap<string, number>;

/** Values outside the elements of any list. */
export const noElements: Elements = new Map();

/** The elements of both. They agree about the lists that both lie in. */
export function joinElements(one: Elements, other: Elements): Elements {
  if (other.size === 0) return one;
  return one.size === 0 ? other : new Map([...one, ...other]);
}
