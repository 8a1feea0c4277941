import type { Contract } from '../../../../contracts/contract.ts';
import { listEventTypeSpellings } from '../../../../model/event/parseEventType.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import { suggestChange, type UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import type { FilterLeaf } from '../../../../model/rule/filterLeaf.ts';
import { type EventFilter, getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { isMembers } from '../../../../model/values/members.ts';
import { showJson } from '../../../../model/values/show/showJson.ts';
import type { Disagreement } from '../disagreement/disagreement.ts';
import type { Unfit } from '../disagreement/findUnfit.ts';
import { readFilterRule } from '../disagreement/readFilterRule.ts';
import { listConstantEdits } from '../traps/listConstantEdits.ts';
import { listAbsenceEdits } from './listAbsenceEdits.ts';
import { listPartChanges } from './listPartChanges.ts';
import { suggestAgreement } from './suggestAgreement.ts';
import { suggestFit } from './suggestFit.ts';

/** The lines of the smallest changes after which a rule and its filters agree with a row. */
export function suggestChanges(contract: Contract, rule: Rule, disagreement: Disagreement): readonly string[] {
  const event = disagreement.planned.event();
  const suggest = (part: Rule): readonly string[] => suggestAgreement({ ...contract, rule: part }, part, disagreement);
  return listPartChanges(rule, event, {
    ofRule: (own) => suggestAgreement(contract, own, disagreement),
    ofFilter: (filter) => suggestForFilter(contract, filter, event, suggest),
  });
}

/** The lines of the smallest changes after which a rule and its filters fit another reading, too. */
export function suggestFits(contract: Contract, rule: Rule, unfit: Unfit): readonly string[] {
  const event = unfit.planned.event();
  const suggest = (part: Rule): readonly string[] => {
    const changed = part.patterns.flatMap((pattern) => getCombinations(pattern).flat());
    return suggestFit({ ...contract, rule: part }, part, { ...unfit, changed });
  };
  return listPartChanges(rule, event, {
    ofRule: () => suggestFit(contract, rule, unfit),
    ofFilter: (filter) => suggestForFilter(contract, filter, event, suggest),
  });
}

/** A filter that amounts to a rule changes as a rule does. */
function suggestForFilter(
  contract: Contract,
  filter: EventFilter,
  event: object,
  suggest: (part: Rule) => readonly string[],
): readonly string[] {
  const rule = readFilterRule(filter);
  const lines = rule === undefined ? [] : suggest(rule);
  return lines.length > 0 ? lines : suggestFilterChange(contract, filter, event);
}

/**
 * The lines of the smallest change after which a filter lets an event through. A filter of a mapping may lack the member
 * around the event: then the whole pattern goes into it.
 */
function suggestFilterChange(contract: Contract, { rule, view, all }: EventFilter, event: object): readonly string[] {
  const seen = view(event);
  for (const { argument, text } of rule.patterns) {
    for (const within of listWithin(JSON.parse(text) as object, contract)) {
      if (!eventPattern(within).matches(seen)) continue;
      return [`${argument}: write ${showJson(within, MOST_SHOWN)}`];
    }
  }
  const leaves = new Map(all.flat().map((leaf) => [JSON.stringify(leaf.place), leaf]));
  // The pattern may be right, but another setting of the template is not: the trap names it.
  if (all.every((combination) => combination.some(({ outside }) => outside?.trap !== undefined))) return [];
  const change = suggestChange(rule, seen, {
    listEdits: (unmet) => listEdits(unmet, leaves.get(JSON.stringify(unmet.leaf.place)), contract),
  });
  return change?.lines ?? rule.patterns.map(({ argument }) => `${argument}: remove its filter`);
}

/**
 * A filter's pattern with the event where it is: within the member, under its right name, or in place of its text. Where
 * only a part of the event is sent, it stands without the members around this part.
 */
function listWithin(pattern: object, { eventType }: Contract): readonly object[] {
  const inMembers = MEMBERS.flatMap((key) => {
    const [[name, value] = ['', undefined], ...others] = Object.entries(pattern) as [string, unknown][];
    if (name.toLowerCase() !== key || others.length > 0) return [{ [key]: pattern }];
    return [{ [key]: Array.isArray(value) ? { detail: { eventType: listEventTypeSpellings(eventType) } } : value }];
  });
  return [...inMembers, ...listUnwrapped(pattern)];
}

/** A pattern with one of its objects in place of all beside it, and the same within the member that holds the event. */
function listUnwrapped(pattern: object): readonly object[] {
  const inner = Object.values(pattern).filter(isMembers);
  const within = Object.entries(pattern).flatMap(([key, value]) =>
    MEMBERS.includes(key) && isMembers(value)
      ? Object.values(value)
          .filter(isMembers)
          .map((one) => ({ [key]: one }))
      : [],
  );
  return [...within, ...inner];
}

/** The members of a record that hold the event. */
const MEMBERS: readonly string[] = ['body', 'data'];

/** The edits of a filter's leaf: what every record has joins it, what the row reads, or the absence of any value. */
function listEdits(
  { leaf, received, beside }: UnmetLeaf,
  { path = [], outside }: Partial<FilterLeaf> = {},
  contract: Contract,
): readonly PatternEdit[] {
  if (received.length === 0) return listAbsenceEdits(leaf);
  if (outside === undefined) return listConstantEdits({ leaf: { ...leaf, path }, received, beside }, contract);
  return [{ write: leaf.place, conditions: [...(JSON.parse(leaf.text) as unknown[]), ...received] }];
}

const MOST_SHOWN = 300;
