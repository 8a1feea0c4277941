import { type RelatedItemEventType, relatedItemEventTypes } from '../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { Contract } from '../contract.ts';

/** A row of a table, as far as a rule goes. A contract is one. */
export type RuleRow = Pick<Contract, 'eventType' | 'itemType'> & {
  /** What it reads; nothing if the row is ignored or never delivered. */
  readonly reads: readonly unknown[];
};

/** A known related item type, or all unknown ones. */
export type ItemGroup = RelatedItemType | 'otherwise';

/** Every related item type that may arrive. */
export const itemGroups: readonly ItemGroup[] = [...relatedItemTypes, 'otherwise'];

/** The related item types that a table reads of each event type; without the event types of which it reads none. */
export function listReadItems(rows: readonly RuleRow[]): ReadonlyMap<RelatedItemEventType, readonly ItemGroup[]> {
  const read = relatedItemEventTypes.map((eventType) => {
    const ofType = rows.filter((row) => row.eventType === eventType);
    return [eventType, itemGroups.filter((group) => isRead(ofType, group))] as const;
  });
  return new Map(read.filter(([, groups]) => groups.length > 0));
}

function isRead(rows: readonly RuleRow[], group: ItemGroup): boolean {
  const row =
    rows.find(({ itemType }) => itemType === group) ??
    rows.find(({ itemType }) => itemType === 'otherwise' || itemType === undefined);
  return row !== undefined && row.reads.length > 0;
}
