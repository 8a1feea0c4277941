import { eventPattern } from '../../../model/rule/eventPattern.ts';
import type { TemplateRule } from '../model/infrastructure.ts';
import { Unresolved } from '../values/resolved.ts';
import { readPattern } from './readPattern.ts';

/**
 * Whether a rule may deliver an event of Cases, as far as its `source` decides.
 * @param property the name of the property with the pattern
 * @throws InvalidArgumentError for a pattern that AWS refuses, or that the template does not decide
 */
export function mayMatchCases(rule: TemplateRule, property: string): boolean {
  const isUnknown = rule.pattern instanceof Unresolved;
  const isForOthers = rule.source !== undefined && !(rule.source instanceof Unresolved) && !admitsCases(rule.source);
  if (isUnknown && isForOthers) return false;
  const { source } = readPattern(rule, property);
  return source === undefined || admitsCases(source);
}

function admitsCases(source: unknown): boolean {
  return eventPattern({ source }).matches({ source: 'aws.cases' });
}
