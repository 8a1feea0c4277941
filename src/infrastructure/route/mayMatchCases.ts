import { eventPattern } from '../../../model/rule/eventPattern.ts';
import type { TemplateRule } from '../model/infrastructure.ts';
import { nameRefused } from '../values/nameRefused.ts';
import { Unresolved } from '../values/resolved.ts';
import { readPattern } from './readPattern.ts';

/**
 * Whether a rule may deliver an event of Cases, as far as its `source` decides.
 * @param property the name of the property with the pattern
 * @throws InvalidArgumentError for a pattern that AWS refuses, or that the template does not decide
 */
export function mayMatchCases(rule: TemplateRule, property: string): boolean {
  const { id, pattern, source: known, file } = rule;
  if (pattern instanceof Unresolved && known !== undefined && !(known instanceof Unresolved)) {
    if (!nameRefused(`${id}.${property}`, () => admitsCases(known), file)) return false;
  }
  const { source } = readPattern(rule, property);
  return source === undefined || admitsCases(source);
}

function admitsCases(source: unknown): boolean {
  return eventPattern({ source }).matches({ source: 'aws.cases' });
}
