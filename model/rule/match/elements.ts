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

/** The elements of some of the lists. */
export function selectElements(elements: Elements, isWanted: (place: string) => boolean): Elements {
  if (elements.size === 0) return elements;
  const wanted = [...elements].filter(([place]) => isWanted(place));
  if (wanted.length === elements.size) return elements;
  return wanted.length === 0 ? noElements : new Map(wanted);
}

/** Different choices of elements, each once. */
export function listDifferent(all: readonly Elements[]): readonly Elements[] {
  if (all.length <= 1) return all;
  return [...new Map(all.map((elements) => [JSON.stringify([...elements]), elements])).values()];
}
