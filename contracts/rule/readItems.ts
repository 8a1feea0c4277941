import { type RelatedItemEventType, relatedItemEventTypes } from '../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { TableRow } from '../contract.ts';

/** A known related item type, or all unknown ones. */
export type ItemGroup = RelatedItemType | 'otherwise';

/** Every related item type that may arrive. */
export const itemGroups: readonly ItemGroup[] = [...relatedItemTypes, 'otherwise'];

/** The related item types that a table reads of each event type; without the event types of which it reads none. */
export function listReadItems(rows: readonly TableRow[]): ReadonlyMap<RelatedItemEventType, readonly ItemGroup[]> {
  const read = relatedItemEventTypes.map((eventType) => {
    const ofType = rows.filter((row) => row.eventType === eventType);
    return [eventType, itemGroups.filter((group) => isRead(ofType, group))] as const;
  });
  return new Map(read.filter(([, groups]) => groups.length > 0));
}

function isRead(rows: readonly TableRow[], group: ItemGroup): boolean {
  const row =
    rows.find(({ itemType }) => itemType === group) ??
    rows.find(({ itemType }) => itemType === 'otherwise' || itemType === undefined);
  return row?.isRead === true;
}
