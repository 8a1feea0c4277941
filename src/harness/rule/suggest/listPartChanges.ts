import { dropFilters, type EventFilter, type Rule } from '../../../../model/rule/rule.ts';

/** How the patterns of a rule change, and how one of its filters does: the lines of each. */
export interface PartChanges {
  ofRule(own: Rule): readonly string[];
  ofFilter(filter: EventFilter): readonly string[];
}

/** The lines of the changes of every part of a rule that refuses an event: of its patterns, and of its filters. */
export function listPartChanges(rule: Rule, event: object, { ofRule, ofFilter }: PartChanges): readonly string[] {
  const own = dropFilters(rule);
  const refusing = (rule.filters ?? []).filter((filter) => !filter.matches(event));
  return [...(own.matches(event) ? [] : ofRule(own)), ...refusing.flatMap(ofFilter)];
}
