import type { Contract } from '../../../../contracts/contract.ts';
import { getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { formatSegment } from '../../../../model/values/eventPath.ts';
import { listDeadConditions, listDeadExclusions } from './deadConditions.ts';

/**
 * A line for each value of a rule that no event has, as far as AWS's pages and the domain say, beside values that come.
 */
export function listUnknownValues(
  { consumer, domain }: Pick<Contract, 'consumer' | 'domain'>,
  rule: Rule,
): readonly string[] {
  const lines = rule.patterns.flatMap((pattern) =>
    getCombinations(pattern).flatMap((beside) =>
      beside.flatMap(({ path, place, text }) =>
        [listDeadConditions, listDeadExclusions]
          .flatMap((list) => list({ path, beside }, text, domain))
          .filter(({ meant }) => !isBesideIt(text, meant))
          .map(({ because }) => `${consumer}: ${pattern.argument}${place.map(formatSegment).join('')}: ${because}`),
      ),
    ),
  );
  return [...new Set(lines)];
}

/** Whether the value that is meant stands there, too: then another spelling is there on purpose. */
function isBesideIt(conditions: string, meant: string | undefined): boolean {
  return meant !== undefined && (JSON.parse(conditions) as unknown[]).includes(meant);
}
