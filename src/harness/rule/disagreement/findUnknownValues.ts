import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import type { Domain } from '../../../../model/domain/domain.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import { applyEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { compileRule, getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { findKnownValues, listDeadConditions } from '../traps/knownValues.ts';
import type { Disagreement } from './disagreement.ts';
import { findDelivered } from './findDelivered.ts';
import { relaxRule } from './relaxRule.ts';

/**
 * Whether a rule delivers events of a row only with values that the domain does not have, such as an option of a field.
 * Events of tests may have them all the same, because a domain grows.
 */
export function findUnknownValues(contract: Contract, rule: Rule): Disagreement | undefined {
  const { domain } = contract;
  const leaves = rule.patterns.flatMap((pattern) => getCombinations(pattern).flat());
  if (!leaves.some((leaf) => asksForUnknown(leaf, domain))) return undefined;
  if (findDelivered(contract, withoutUnknown(rule, domain)) !== undefined) return undefined;
  const relaxed = relaxRule(rule, (leaf) => asksForUnknown(leaf, domain));
  const space = contractSpace({ ...contract, rule: relaxed });
  const planned = space.isEmpty ? undefined : space.samples().find((sample) => !rule.matches(sample.event()));
  if (planned === undefined) return undefined;
  return {
    planned,
    words: 'delivers none of these events',
    forAbsence: 'remove the leaf',
    otherwise: [
      'If the pattern is right, define the value in the domain: events are made from it.',
      'Write undelivered in the row if these events should not come.',
    ],
  };
}

/** Whether a leaf takes none of the values that the domain has for its place. */
function asksForUnknown({ path, text, takesAbsence }: Leaf, domain: Domain): boolean {
  if (takesAbsence || isConstantPlace(path) || findKnownValues(path, domain)?.isOpen !== false) return false;
  return listDeadConditions(path, text, domain).length === (JSON.parse(text) as unknown[]).length;
}

/** The rule with a value for these leaves that no event can have. */
function withoutUnknown({ patterns }: Rule, domain: Domain): Rule {
  const texts = patterns.map((pattern) => {
    const unknown = getCombinations(pattern).flatMap((leaves) => leaves.filter((leaf) => asksForUnknown(leaf, domain)));
    const never = unknown.reduce<unknown>(
      (changed, { place }) => applyEdit(changed, { write: place, conditions: [null] }),
      JSON.parse(pattern.text),
    );
    return JSON.stringify(never);
  });
  return compileRule('options.rule', texts);
}
