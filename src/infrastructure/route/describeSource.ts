import type { TemplateRule } from '../model/infrastructure.ts';
import { readPattern } from './readPattern.ts';

/** A rule with the source of its pattern, for messages: `Rule for ["aws.s3"]`. */
export function describeSource(rule: TemplateRule, property: string): string {
  const { source } = readPattern(rule, property);
  return source === undefined ? `${rule.id} for every source` : `${rule.id} for ${JSON.stringify(source)}`;
}
