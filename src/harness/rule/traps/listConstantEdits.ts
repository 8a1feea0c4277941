import type { Contract } from '../../../../contracts/contract.ts';
import { deliversRow } from '../../../../contracts/rule/deliversRow.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import { listEventTypeSpellings } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings, parseItemType } from '../../../../model/event/parseItemType.ts';
import {
  contentKeys,
  type RelatedItemType,
  relatedItemTypes,
  unknownItemType,
} from '../../../../model/facts/relatedItemTypes.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { replaceDead } from './mendConditions.ts';

/**
 * The edits of a leaf on a place whose value has a meaning, such as an event type: all values that the row reads join
 * it, in every spelling, and dead ones go. At other places the values of an event mean nothing to the next one.
 */
export function listConstantEdits({ leaf, received, beside }: UnmetLeaf, contract: Contract): readonly PatternEdit[] {
  const { path, place, text, takesAbsence } = leaf;
  if (!isConstantPlace(path) || (received.length === 0 && path.at(-1) !== 'relatedItemType')) return [];
  // All of these places hold texts: a number never matches.
  const before = (JSON.parse(text) as readonly unknown[]).filter((one) => ['string', 'object'].includes(typeof one));
  const needed = listNeeded(path.join('.'), received, contract);
  if (needed === 'all') return [];
  const isLiving = (condition: unknown): boolean =>
    typeof condition !== 'string' || !needed.some((one) => includes(one, condition));
  const living = replaceDead(leaf, before, contract.domain)
    .flatMap((condition) => dropExcluded(condition, needed))
    .filter(isLiving)
    .filter((condition) => !isSlip(path.join('.'), condition, received))
    .filter((condition) => canHave(condition, beside));
  const others = living.length === 0 && path.join('.') === 'detail.eventType' ? listUndeliveredReads(contract) : [];
  const needs = [...new Set([...others, ...needed])];
  // What excludes only what the row reads can go.
  if (living.length === 0 && before.length > 0 && before.every(excludes) && !takesAbsence) return [];
  const unwanted = path.join('.') === 'detail.eventType' ? listUnwanted(contract) : [];
  const ways = [living, living.filter((condition) => !unwanted.includes(condition as string))];
  return ways
    .filter((way, index) => index === 0 || way.length < living.length)
    .map((way) => ({ write: place, conditions: addMissing(way, needs) }));
}

function addMissing(living: readonly unknown[], needed: readonly unknown[]): readonly unknown[] {
  const isAdmitted = compileConditions(living);
  return [...living, ...needed.filter((value) => typeof value !== 'string' || !isAdmitted(value))];
}

/** The event types of which a table takes nothing. */
function listUnwanted({ table }: Contract): readonly string[] {
  const taken = table.rows.filter((row) => row.undelivered === undefined).map(({ eventType }) => eventType);
  return table.rows
    .filter(({ eventType }) => !taken.includes(eventType))
    .flatMap(({ eventType }) => listEventTypeSpellings(eventType));
}

/** Whether an account or a Region is another than the domain's, which has one, or a source is misspelt. */
function isSlip(place: string, condition: unknown, received: readonly unknown[]): boolean {
  if (typeof condition !== 'string' || received.includes(condition)) return false;
  if (place === 'account' || place === 'region') return true;
  return place === 'source' && findNearest(condition, received.map(String), 2) !== undefined;
}

/** Whether an item type can have the contents that the leaves beside it ask for. */
function canHave(condition: unknown, beside: readonly Leaf[]): boolean {
  const itemType = parseItemType(condition);
  if (itemType === undefined) return true;
  const keys = beside.flatMap(({ path, takesAbsence }) =>
    path[1] === 'relatedItem' && path.length > 3 && !takesAbsence ? [path[2]] : [],
  );
  return keys.every((key) => key === contentKeys[itemType] || !(Object.values(contentKeys) as unknown[]).includes(key));
}

/** The event types of other rows that read something, and get nothing: what nobody knows may mean them, too. */
function listUndeliveredReads({ table, domain, rule }: Contract): readonly string[] {
  if (rule === undefined) return [];
  const rows = table.rows.filter((row) => row.isRead && !deliversRow(row, domain, rule));
  return rows.flatMap(({ eventType }) => listEventTypeSpellings(eventType));
}

/** The conditions that the row needs at a place, or `all` if it reads whatever is there. */
function listNeeded(place: string, received: readonly unknown[], contract: Contract): readonly unknown[] | 'all' {
  const { eventType, itemTypes, otherItemTypes } = contract;
  if (place === 'detail.eventType') return listEventTypeSpellings(eventType);
  if (place !== 'detail.relatedItem.relatedItemType') return received;
  const read: readonly string[] = [...itemTypes, ...otherItemTypes];
  const spell = (types: readonly RelatedItemType[]): string[] => types.flatMap(listItemTypeSpellings);
  if (!read.includes(unknownItemType)) return spell(relatedItemTypes.filter((type) => read.includes(type)));
  const others = relatedItemTypes.filter((type) => !read.includes(type));
  return others.length === 0 ? 'all' : [{ 'anything-but': spell(others) }];
}

function excludes(condition: unknown): boolean {
  return typeof condition === 'object' && condition !== null && Object.hasOwn(condition, 'anything-but');
}

/** A condition that excludes texts, without those that the row needs. */
function dropExcluded(condition: unknown, needed: readonly unknown[]): readonly unknown[] {
  if (!excludes(condition)) return [condition];
  const { 'anything-but': excluded } = condition as { readonly 'anything-but': unknown };
  const texts = Array.isArray(excluded) ? excluded : [excluded];
  if (!texts.every((text) => typeof text === 'string')) return [condition];
  const left = texts.filter((text) => !needed.includes(text));
  if (left.length === texts.length) return [condition];
  return left.length === 0 ? [] : [{ 'anything-but': left }];
}

/** Whether a needed operator admits a text anyway. */
function includes(needed: unknown, text: string): boolean {
  return typeof needed === 'object' && compileConditions([needed])(text);
}
