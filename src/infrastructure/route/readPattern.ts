import { eventPattern } from '../../../model/rule/eventPattern.ts';
import type { TemplateRule } from '../model/infrastructure.ts';
import { nameRefused } from '../values/nameRefused.ts';
import { requireKnown } from '../values/requireKnown.ts';

/**
 * The pattern of a rule, as an object.
 * @param property the name of the property with the pattern
 * @throws InvalidArgumentError for a pattern that AWS refuses, or that the template does not decide
 */
export function readPattern({ id, pattern, file }: TemplateRule, property: string): Readonly<Record<string, unknown>> {
  const known = requireKnown(pattern, `the ${property} of ${id}`);
  nameRefused(`${id}.${property}`, () => eventPattern(known as object | string), file);
  return (typeof known === 'string' ? JSON.parse(known) : known) as Readonly<Record<string, unknown>>;
}
