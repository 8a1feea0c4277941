import type { RelatedItemEventType } from '../../model/facts/eventTypes.ts';
import type { ItemGroup } from './readItems.ts';

/** Event types and item types of which every combination is read: one alternative of a rule. */
export interface ItemBlock {
  readonly eventTypes: readonly RelatedItemEventType[];
  readonly items: readonly ItemGroup[];
}

/**
 * The ways to put together, of few blocks, exactly the event types and item types that a table reads. There is at least
 * one way: a block for each event type.
 */
export function listCovers(
  read: ReadonlyMap<RelatedItemEventType, readonly ItemGroup[]>,
): readonly (readonly ItemBlock[])[] {
  const blocks = listSubsets([...read.keys()])
    .map((eventTypes) => ({ eventTypes, items: findCommon(eventTypes.map((type) => read.get(type) ?? [])) }))
    .filter(({ eventTypes, items }) => eventTypes.length > 0 && items.length > 0);
  return listSubsets(blocks)
    .filter((cover) => cover.length <= read.size)
    .filter((cover) => [...read].every(([type, items]) => items.every((item) => cover.some(has(type, item)))))
    .map(trimOverlaps);
}

function listSubsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (subsets, item) => subsets.concat(subsets.map((subset) => [...subset, item])),
    [[]],
  );
}

function findCommon([first = [], ...others]: readonly (readonly ItemGroup[])[]): readonly ItemGroup[] {
  return first.filter((item) => others.every((items) => items.includes(item)));
}

function has(type: RelatedItemEventType, item: ItemGroup): (block: ItemBlock) => boolean {
  return ({ eventTypes, items }) => eventTypes.includes(type) && items.includes(item);
}

/** Drops the item types of a block that other blocks have anyway, if the block lists what it takes. */
function trimOverlaps(cover: readonly ItemBlock[]): readonly ItemBlock[] {
  return cover.reduce<readonly ItemBlock[]>((blocks, { eventTypes, items }, index) => {
    if (items.includes('otherwise')) return blocks;
    const others = blocks.filter((_, other) => other !== index);
    const needed = items.filter((item) => !eventTypes.every((type) => others.some(has(type, item))));
    return blocks.map((block, other) => (other === index ? { eventTypes, items: needed } : block));
  }, cover);
}
