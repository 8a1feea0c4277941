import { eventPattern } from '../../../model/rule/eventPattern.ts';
import type { TemplateRule } from '../model/infrastructure.ts';
import { nameRefused } from '../values/nameRefused.ts';
import { requireKnown } from '../values/requireKnown.ts';

/**
 * The pattern of a rule, as an object.
 * @param property the name of the property with the pattern
 * @throws InvalidArgumentError for a pattern that AWS refuses, or that the template does not decide
 */
export function readPattern({ id, pattern }: TemplateRule, property: string): Readonly<Record<string, unknown>> {
  const where = `the ${property} of ${id}`;
  const known = requireKnown(pattern, where);
  nameRefused(where, () => eventPattern(known as object | string));
  return (typeof known === 'string' ? JSON.parse(known) : known) as Readonly<Record<string, unknown>>;
}
