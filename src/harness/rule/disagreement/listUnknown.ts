import type { Domain } from '../../../../model/domain/domain.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { type CompiledPattern, getCombinations } from '../../../../model/rule/rule.ts';
import { listDeadConditions } from '../traps/deadConditions.ts';
import { findKnownValues } from '../traps/knownValues.ts';

/** The leaves of a pattern that take none of the values known for their places, in no combination. */
export function listUnknown(pattern: CompiledPattern, domain: Domain): readonly Leaf[] {
  const combinations = getCombinations(pattern);
  return [...new Set(combinations.flat())].filter((leaf) =>
    combinations.every((beside) => !beside.includes(leaf) || asksForUnknown(leaf, beside, domain)),
  );
}

function asksForUnknown({ path, text, takesAbsence }: Leaf, beside: readonly Leaf[], domain: Domain): boolean {
  const leaf = { path, beside };
  if (takesAbsence || isConstantPlace(path) || findKnownValues(leaf, domain)?.isOpen !== false) return false;
  return listDeadConditions(leaf, text, domain).length === (JSON.parse(text) as unknown[]).length;
}
