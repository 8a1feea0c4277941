import type { Place } from '../../../../model/rule/json/jsonNode.ts';
import {
  type CompiledPattern,
  compileRulePattern,
  type EventFilter,
  makeRule,
  type Rule,
} from '../../../../model/rule/rule.ts';
import { formatSegment } from '../../../../model/values/eventPath.ts';
import { isMembers } from '../../../../model/values/members.ts';
import { oncePer } from '../../../../model/values/oncePer.ts';

/**
 * The rule that a filter amounts to: its patterns are event patterns, or hold one in a member of the record. They are named
 * by their places in the template. It is undefined for a filter that looks at anything else.
 */
export function readFilterRule(filter: EventFilter): Rule | undefined {
  return readOnce(filter).rule;
}

/** The rules that the filters of a rule amount to, without filters that look at anything else. */
export function listFilterRules({ filters = [] }: Rule): readonly Rule[] {
  return filters.flatMap((filter) => readFilterRule(filter) ?? []);
}

const readOnce = oncePer((filter: EventFilter): { readonly rule?: Rule } => {
  const leaves = filter.all.flat();
  if (leaves.some(({ outside }) => outside !== undefined)) return {};
  const [member, ...others] = new Set(leaves.map(({ place, path }) => findMember(listNames(place), path)));
  if (member === undefined || others.length > 0) return {};
  const patterns = filter.rule.patterns.map((pattern) => readPattern(pattern, member));
  return patterns.every((pattern) => pattern !== undefined) ? { rule: makeRule(patterns) } : {};
});

/** The member around the event: the name before the path, `''` without one; undefined for any other place. */
function findMember(names: readonly string[], path: readonly string[]): string | undefined {
  const [first = '', ...rest] = names;
  if (names.join('.') === path.join('.')) return '';
  return rest.join('.') === path.join('.') ? first : undefined;
}

/** The names of a place in a pattern, without alternatives. */
function listNames(place: Place): readonly string[] {
  return place.filter((key): key is string => typeof key === 'string' && key !== '$or');
}

function readPattern({ argument, text }: CompiledPattern, member: string): CompiledPattern | undefined {
  if (member === '') return compileRulePattern(argument, text);
  const { [member]: within } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return isMembers(within) ? compileRulePattern(`${argument}${formatSegment(member)}`, within) : undefined;
}
