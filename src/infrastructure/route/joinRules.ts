import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Members } from '../../../model/values/members.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import type { TemplateRule } from '../model/infrastructure.ts';
import { joinPatterns } from './joinPatterns.ts';
import { readPattern } from './readPattern.ts';

/** What some rules let through that stand in a row, as one pattern; undefined if no event matches all of them. */
export interface RowPattern {
  readonly pattern?: Members;
  /** Why no event matches, as an error. */
  readonly fault?: InvalidArgumentError;
}

/**
 * The pattern of rules that an event has to match one after the other, because each sends to the bus of the next.
 * @param property the name of the property with the pattern
 * @throws InvalidArgumentError for a pattern that AWS refuses, that the template does not decide, or that cannot be
 * joined with the others
 */
export function joinRules(rules: readonly TemplateRule[], property: string): RowPattern {
  const [first, ...others] = rules as readonly [TemplateRule, ...TemplateRule[]];
  let pattern: Members = readPattern(first, property);
  let passed = first;
  for (const rule of others) {
    const own = readPattern(rule, property);
    const joined = joinPatterns(pattern, own);
    if ('pattern' in joined) {
      pattern = joined.pattern;
      passed = rule;
      continue;
    }
    const fault = new InvalidArgumentError({
      argument: `the ${property} of ${rule.id}`,
      received: own,
      shown: showJson(own, MOST_SHOWN),
      allowed: `one that ${joined.isDisjoint ? 'matches some event of' : 'makes a single pattern with that of'} ${passed.id}: ${showJson(pattern, MOST_SHOWN)}`,
      because: `Only events that ${passed.id} sends on reach the bus ${rule.bus}, and ${explain(joined)}`,
      todo: joined.isDisjoint
        ? `Write the same ${joined.place} into both rules, or only into one of them`
        : `Write all conditions on ${joined.place} into one of the rules, or the same into both`,
    });
    if (joined.isDisjoint) return { fault };
    throw fault;
  }
  return { pattern };
}

const MOST_SHOWN = 300;

function explain({ place, isDisjoint }: { readonly place: string; readonly isDisjoint: boolean }): string {
  return isDisjoint
    ? `no event matches both in ${place}: nothing arrives`
    : `this package finds no single pattern for what both ask in ${place}`;
}
