import { type AbsenceChange, suggestChange } from '../../../model/rule/change/suggestChange.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import type { EventFilter } from '../../../model/rule/rule.ts';
import { makeRule, type Rule } from '../../../model/rule/rule.ts';
import { showJson } from '../../../model/values/show/showJson.ts';

/** The smallest changes of a rule and its filters that let an event through, one line for each leaf. */
export function suggestChanges(rule: Rule, event: object, forAbsence?: AbsenceChange): readonly string[] {
  const ofRule = suggestChange(makeRule(rule.patterns), event, forAbsence)?.lines ?? [];
  const refusing = (rule.filters ?? []).filter((filter) => !filter.matches(event));
  return [
    ...(makeRule(rule.patterns).matches(event) ? [] : ofRule),
    ...refusing.flatMap((filter) => suggestFilterChange(filter, event, forAbsence)),
  ];
}

/** A filter of a mapping may lack the member around the event: then the whole pattern goes into it. */
function suggestFilterChange(
  { rule, view }: EventFilter,
  event: object,
  forAbsence?: AbsenceChange,
): readonly string[] {
  const seen = view(event);
  for (const { argument, text } of rule.patterns) {
    for (const key of ['body', 'data']) {
      const within = `{${JSON.stringify(key)}:${text}}`;
      if (eventPattern(within).matches(seen)) return [`${argument}: write ${showJson(JSON.parse(within), MOST_SHOWN)}`];
    }
  }
  const change = suggestChange(rule, seen, forAbsence)?.lines;
  return change ?? rule.patterns.map(({ argument }) => `${argument}: remove it`);
}

const MOST_SHOWN = 300;
