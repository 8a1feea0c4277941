import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { defaultDialect } from '../../../../model/event/dialect.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import { unknownItemType } from '../../../../model/facts/relatedItemTypes.ts';
import { dropFilters, type Rule } from '../../../../model/rule/rule.ts';
import type { Disagreement } from './disagreement.ts';
import { findClosest, findDelivered } from './findDelivered.ts';
import { findRefusedAbsence } from './findRefusedAbsence.ts';
import { findRefusedRead } from './findRefusedRead.ts';
import { findUnknownValues } from './findUnknownValues.ts';
import { listImpossible } from './listImpossible.ts';
import { listFilterRules } from './readFilterRule.ts';
import { relaxRule } from './relaxRule.ts';

/**
 * Whether a rule keeps out what a row reads: all of its events, all of an item type, all with a value that the row reads,
 * or all without a user. A leaf that selects values does what its author means. Events that come in another reading only
 * are an open question.
 */
export function findDisagreement(contract: Contract, rule: Rule): Disagreement | undefined {
  if (contractSpace(contract).isEmpty) {
    if (findDelivered(contract, rule) !== undefined) return undefined;
    return {
      planned: findDeliveredByRule(contract, rule) ?? findRefused(contract, rule),
      words: 'delivers none of these events',
      forAbsence: 'remove the leaf',
      otherwise: ['Write undelivered in the row if these events should not come.'],
    };
  }
  return (
    findUnknownValues(contract, rule) ??
    findRefusedType(contract, rule) ??
    findRefusedRead(contract, rule) ??
    findRefusedAbsence(contract, rule) ??
    findRefusedByFilter(contract, rule)
  );
}

/** What a filter keeps out by its values, as a rule of its own. */
function findRefusedByFilter(contract: Contract, filtered: Rule): Disagreement | undefined {
  for (const rule of listFilterRules(filtered)) {
    const alone = { ...contract, rule };
    const found = findUnknownValues(alone, rule) ?? findRefusedRead(alone, rule);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The event that the patterns alone deliver: then only the filters keep it out. */
function findDeliveredByRule(contract: Contract, rule: Rule): PlannedEvent | undefined {
  return rule.filters === undefined ? undefined : findDelivered(contract, dropFilters(rule));
}

/** A known item type of the row without any delivered event. An unknown one may never exist. */
function findRefusedType(contract: Contract, rule: Rule): Disagreement | undefined {
  const delivered = contractSpace(contract).itemTypes;
  const all = contract.itemTypes.filter((itemType) => itemType !== unknownItemType && !delivered.includes(itemType));
  const [refused] = all;
  if (refused === undefined) return undefined;
  return {
    planned: findRefused({ ...contract, itemTypes: [refused] }, rule),
    words: `delivers no event of item type ${all.join(', ')}`,
    forAbsence: 'remove the leaf',
    otherwise: [
      `Give the item types rows of their own, with undelivered for ${all.join(', ')}, if these events should not come.`,
    ],
  };
}

/**
 * The event closest to the sample that meets every leaf that some event meets. If these leaves exclude each other, it
 * meets those on values, or else it is the sample itself.
 */
function findRefused(contract: Contract, rule: Rule): PlannedEvent {
  const impossible = new Set(
    [...listImpossible(contract, rule)].map(({ place, text }) => JSON.stringify([place, text])),
  );
  const possible = relaxRule(
    rule,
    ({ place, text, outside }) => outside !== undefined || impossible.has(JSON.stringify([place, text])),
  );
  const onValues = relaxRule(rule, ({ path, outside }) => outside !== undefined || isConstantPlace(path));
  for (const relaxed of [possible, onValues]) {
    const closest = findClosest(contract, relaxed, defaultDialect);
    if (closest !== undefined && !rule.matches(closest.event())) return closest;
  }
  const { eventType, itemTypes, domain } = contract;
  return contractSpace({ eventType, itemTypes, domain }).sample();
}
