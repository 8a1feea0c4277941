import { oncePer } from '../values/oncePer.ts';
import type { EventFilter, Rule } from './rule.ts';

/** A rule with filters behind it: an event must get through all. It is the same object for the same arguments. */
export function filterRule(rule: Rule, filters: readonly EventFilter[]): Rule {
  return filters.length === 0 ? rule : joinFilters(filters)(rule);
}

const joinFilters = oncePer((filters: readonly EventFilter[]) =>
  oncePer((rule: Rule): Rule => {
    const all = [rule, ...filters];
    return Object.freeze({
      patterns: rule.patterns,
      filters: [...(rule.filters ?? []), ...filters],
      matches: (event: unknown) => all.every((one) => one.matches(event)),
      explain: (event: unknown) => all.flatMap((one) => one.explain(event)),
    });
  }),
);
