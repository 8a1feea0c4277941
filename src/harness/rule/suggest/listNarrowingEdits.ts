import type { Contract, TableRow } from '../../../../contracts/contract.ts';
import { listEventTypeSpellings } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings } from '../../../../model/event/parseItemType.ts';
import { isRelatedItemEventType } from '../../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../../model/facts/relatedItemTypes.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { Combination } from '../../../../model/rule/compile/combinations.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import { mendExclusions } from '../traps/mendConditions.ts';

const ITEM_TYPE = ['detail', 'relatedItem', 'relatedItemType'];

/**
 * The edits of an alternative that may leave out a row, the smallest first: misspelt exclusions are mended, then the item
 * types that other rows take are named, or the event types.
 */
export function listNarrowingEdits(contract: Contract, leaves: Combination): readonly PatternEdit[] {
  const find = (place: string): Leaf | undefined => leaves.find(({ path }) => path.join('.') === place);
  const [eventType, itemType] = [find('detail.eventType'), find(ITEM_TYPE.join('.'))];
  const taken = contract.table.rows.filter((row) => row.undelivered === undefined && admitsRow(eventType, row));
  const mended = [eventType, itemType].flatMap((leaf) => (leaf === undefined ? [] : mendLeaf(leaf, contract)));
  const isSplit = taken.some((row) => row.eventType === contract.eventType);
  const base = eventType?.place.at(-1) === 'eventType' ? eventType.place.slice(0, -1) : ['detail'];
  const named: PatternEdit = isSplit
    ? writeLeaf(itemType, [...base, ...ITEM_TYPE.slice(1)], listItemTypes(taken))
    : writeLeaf(
        eventType,
        ['detail', 'eventType'],
        taken.flatMap((row) => listSpellings(eventType, row)),
      );
  const isSome = 'conditions' in named && named.conditions !== undefined && named.conditions.length > 0;
  return [...mended, ...(isSome ? [named] : [])];
}

function writeLeaf(
  leaf: Leaf | undefined,
  place: readonly (string | number)[],
  wanted: readonly unknown[],
): PatternEdit {
  const conditions = [...new Set(wanted)];
  return leaf === undefined ? { add: place, conditions } : { write: leaf.place, conditions };
}

function mendLeaf({ path, place, text }: Leaf, { domain }: Contract): readonly PatternEdit[] {
  const conditions = mendExclusions({ path }, JSON.parse(text) as unknown[], domain);
  return JSON.stringify(conditions) === text ? [] : [{ write: place, conditions }];
}

function admitsRow(leaf: Leaf | undefined, { eventType }: TableRow): boolean {
  const admits = leaf === undefined ? () => true : compileConditions(JSON.parse(leaf.text) as unknown[]);
  return listEventTypeSpellings(eventType).some(admits);
}

/** Every spelling of what is read, and of what is ignored those that come anyway. */
function listSpellings(leaf: Leaf | undefined, { eventType, isRead }: TableRow): readonly string[] {
  const admits = leaf === undefined ? () => true : compileConditions(JSON.parse(leaf.text) as unknown[]);
  return listEventTypeSpellings(eventType).filter((spelling) => isRead || admits(spelling));
}

/** The conditions on the item type that admit what these rows take. */
function listItemTypes(rows: readonly TableRow[]): readonly unknown[] {
  const taken = new Set<string>(
    rows.flatMap(({ itemTypes = [], otherItemTypes = [] }) => [...itemTypes, ...otherItemTypes]),
  );
  const ofCases = rows.some(({ eventType }) => !isRelatedItemEventType(eventType)) ? [{ exists: false }] : [];
  const known = relatedItemTypes.filter((itemType) => taken.has(itemType) !== taken.has(unknownItemType));
  const spelt = known.flatMap(listItemTypeSpellings);
  return [...(taken.has(unknownItemType) ? [{ 'anything-but': spelt }] : spelt), ...ofCases];
}
