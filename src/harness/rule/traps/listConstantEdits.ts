import type { Contract } from '../../../../contracts/contract.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import { listEventTypeSpellings } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings } from '../../../../model/event/parseItemType.ts';
import { type RelatedItemType, relatedItemTypes, unknownItemType } from '../../../../model/facts/relatedItemTypes.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { replaceDead } from './mendConditions.ts';

/**
 * The edits of a leaf on a place whose value has a meaning, such as an event type: all values that the row reads join
 * it, in every spelling, and dead ones go. At other places the values of an event mean nothing to the next one.
 */
export function listConstantEdits({ leaf, received }: UnmetLeaf, contract: Contract): readonly PatternEdit[] {
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
    .filter((condition) => !isSlip(path.join('.'), condition, received));
  const isAdmitted = compileConditions(living);
  const missing = needed.filter((value) => typeof value !== 'string' || !isAdmitted(value));
  const conditions = [...living, ...missing];
  // What excludes only what the row reads can go.
  return living.length === 0 && before.length > 0 && before.every(excludes) && !takesAbsence
    ? []
    : [{ write: place, conditions }];
}

/** Whether an account, a Region or a source is the event's own, but for a digit or two: a domain has one of each. */
function isSlip(place: string, condition: unknown, received: readonly unknown[]): boolean {
  if (!['account', 'region', 'source'].includes(place) || typeof condition !== 'string') return false;
  return !received.includes(condition) && findNearest(condition, received.map(String), 2) !== undefined;
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
