import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { applyEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { compileRule, getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { findKnownValues } from '../traps/knownValues.ts';
import type { Disagreement } from './disagreement.ts';
import { findDelivered } from './findDelivered.ts';
import { listUnknown } from './listUnknown.ts';
import { relaxRule } from './relaxRule.ts';

/**
 * Whether a rule delivers events of a row only with values that neither the domain nor AWS's pages have, such as an
 * option. Events of tests may have them all the same, because a domain grows.
 */
export function findUnknownValues(contract: Contract, rule: Rule): Disagreement | undefined {
  const { domain } = contract;
  const unknown = new Set(rule.patterns.flatMap((pattern) => listUnknown(pattern, domain)));
  if (unknown.size === 0 || findDelivered(contract, withoutLeaves(rule, unknown)) !== undefined) return undefined;
  const relaxed = relaxRule(rule, (leaf) => unknown.has(leaf));
  const space = contractSpace({ ...contract, rule: relaxed });
  const planned = space.isEmpty ? undefined : space.samples().find((sample) => !rule.matches(sample.event()));
  if (planned === undefined) return undefined;
  const isOfDomain = [...unknown].some((leaf) => findKnownValues(leaf, domain)?.isOfDomain);
  return {
    planned,
    words: 'delivers none of these events',
    forAbsence: 'remove the leaf',
    otherwise: [
      ...(isOfDomain
        ? [
            'If the pattern is right, define the value in the domain: events are made from it.',
            'If it is wrong, name a value of the domain in it.',
          ]
        : []),
      'Write undelivered in the row if these events should not come.',
    ],
  };
}

/** The rule with a value for these leaves that no event can have. */
function withoutLeaves({ patterns }: Rule, unknown: ReadonlySet<Leaf>): Rule {
  const texts = patterns.map((pattern) => {
    const leaves = new Set(
      getCombinations(pattern)
        .flat()
        .filter((leaf) => unknown.has(leaf)),
    );
    const never = [...leaves].reduce<unknown>(
      (changed, { place }) => applyEdit(changed, { write: place, conditions: [null] }),
      JSON.parse(pattern.text),
    );
    return JSON.stringify(never);
  });
  return compileRule('options.rule', texts);
}
