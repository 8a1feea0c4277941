import type { Domain } from '../../../model/domain/domain.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { joinSentences } from '../../../model/values/text.ts';
import { findClosestSample } from './disagreement/findClosestSample.ts';
import { formatMismatchLines, nameKind } from './ruleReport.ts';
import { explainRefusal } from './traps/explainRefusal.ts';

/** Why a rule delivers nothing, in sentences: what keeps out the sample that comes closest. */
export function explainNothing(domain: Domain, rule: Rule): string {
  const event = findClosestSample(domain, rule);
  const mismatches = rule.explain(event);
  const lines = formatMismatchLines(mismatches).map((line) => line.trim());
  const closest = `The sample of ${nameKind(event)} comes closest. What keeps it out is ${lines.join('; ')}`;
  return joinSentences([closest, ...explainRefusal(rule, mismatches, event, domain)]);
}
