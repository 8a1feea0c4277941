import { compileEventFilter } from '../../../../model/rule/eventFilter.ts';
import { filterRule } from '../../../../model/rule/filterRule.ts';
import { compileRule, type EventFilter, type Rule } from '../../../../model/rule/rule.ts';
import type { EventPath } from '../../../../model/values/eventPath.ts';
import { isMembers, type Members } from '../../../../model/values/members.ts';

/**
 * A rule that also asks for the presence or absence of values: one of several demands suffices. A search among its events
 * weaves them over every alternative of the rule.
 */
export function narrowRule(rule: Rule, demands: readonly Demand[]): Rule {
  const patterns = demands.map((demand) => demand.reduce<Members>((pattern, one) => merge(pattern, write(one)), {}));
  const asked = compileRule('options.rule', patterns);
  const filter = compileEventFilter(
    asked,
    (event) => event,
    ({ path }) => path,
  ) as EventFilter;
  return filterRule(rule, [filter]);
}

/** Whether places have a value: all must be so. */
export type Demand = readonly { readonly at: EventPath; readonly exists: boolean }[];

function write({ at, exists }: Demand[number]): Members {
  return at.reduceRight<unknown>((below, name) => ({ [name]: below }), [{ exists }]) as Members;
}

function merge(one: Members, other: Members): Members {
  const merged = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const before = merged.get(name);
    merged.set(name, isMembers(before) && isMembers(value) ? merge(before, value) : value);
  }
  return Object.fromEntries(merged);
}
