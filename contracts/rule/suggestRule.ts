import { listEventTypeSpellings } from '../../model/event/parseEventType.ts';
import { listItemTypeSpellings } from '../../model/event/parseItemType.ts';
import { caseEventTypes, type EventType } from '../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { TableRow } from '../contract.ts';
import { type ItemBlock, listCovers } from './coverItems.ts';
import { type ItemGroup, itemGroups, listReadItems } from './readItems.ts';
import type { ItemCondition, SuggestedBranch, SuggestedPattern } from './suggestedPattern.ts';

/**
 * The smallest event pattern for a table: fewest conditions, then fewest characters. It admits every event of the rows
 * that read something, in every reading of the open questions. It admits no other row's events, no CloudTrail records and
 * no unknown event types.
 *
 * It names no `detail-type`: CloudTrail's records of Cases have another `detail.eventType`, `AwsApiCall`.
 * @returns undefined for a table that reads nothing, which needs no rule
 */
export function suggestRule(rows: readonly TableRow[]): SuggestedPattern | undefined {
  const isTypeRead = (type: EventType) => rows.some((row) => row.eventType === type && row.isRead);
  const ofCases = caseEventTypes.filter(isTypeRead);
  const patterns = listCovers(listReadItems(rows))
    .flatMap((cover) => listBranches(ofCases, cover))
    .filter((branches) => branches.length > 0)
    .map(writePattern);
  return patterns.sort((one, other) => countLeaves(one) - countLeaves(other) || measure(one) - measure(other))[0];
}

/** Case events may have a branch of their own, or share one. */
function listBranches(
  ofCases: readonly EventType[],
  cover: readonly ItemBlock[],
): readonly (readonly SuggestedBranch[])[] {
  const ofItems = cover.map((block) => writeBranch([], block));
  if (ofCases.length === 0) return [ofItems];
  const shared = cover.map((block, index) => ofItems.with(index, writeBranch(ofCases, block)));
  return [[{ eventType: ofCases }, ...ofItems], ...shared];
}

function writeBranch(ofCases: readonly EventType[], { eventTypes, items }: ItemBlock): SuggestedBranch {
  const eventType = [...ofCases, ...eventTypes].flatMap(listEventTypeSpellings);
  if (items.length === itemGroups.length) return { eventType };
  const absent: readonly ItemCondition[] = ofCases.length === 0 ? [] : [{ exists: false }];
  return { eventType, relatedItem: { relatedItemType: [...writeItems(items), ...absent] } };
}

function writeItems(items: readonly ItemGroup[]): readonly ItemCondition[] {
  const spell = (types: readonly RelatedItemType[]) => types.flatMap(listItemTypeSpellings);
  if (!items.includes('otherwise')) return spell(relatedItemTypes.filter((type) => items.includes(type)));
  return [{ 'anything-but': spell(relatedItemTypes.filter((type) => !items.includes(type))) }];
}

function writePattern(branches: readonly SuggestedBranch[]): SuggestedPattern {
  const [only] = branches;
  const detail = branches.length === 1 && only !== undefined ? only : { $or: branches };
  return { source: ['aws.cases'], detail };
}

function countLeaves({ detail }: SuggestedPattern): number {
  const branches = '$or' in detail ? detail.$or : [detail];
  return branches.reduce((count, { relatedItem }) => count + (relatedItem === undefined ? 1 : 2), 0);
}

function measure(pattern: SuggestedPattern): number {
  return JSON.stringify(pattern).length;
}
