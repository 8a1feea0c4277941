/** Texts for the first items, then one with the number of the others. `more` says what these are. */
export function listFirst<Item>(
  items: readonly Item[],
  most: number,
  write: (item: Item) => string,
  more: string = 'more',
): string[] {
  const left = items.length - most;
  return [...items.slice(0, most).map(write), ...(left > 0 ? [`and ${left.toLocaleString('en')} ${more}`] : [])];
}
