import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { defaultDialect } from '../../../../model/event/dialect.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { compileRule, listPatternLeaves, type Rule } from '../../../../model/rule/rule.ts';
import { listUnknown } from './listUnknown.ts';

/**
 * The leaves of a rule that no event of a row meets, whatever its values are: on a name that no event has, on the type of
 * other events, or with values that neither the domain nor AWS's pages have. All other leaves select.
 */
export function listImpossible(contract: Contract, rule: Rule): ReadonlySet<Leaf> {
  const { eventType, itemTypes, domain } = contract;
  const unknown = new Set(rule.patterns.flatMap((pattern) => listUnknown(pattern, domain)));
  const isMet = ({ path, text }: Leaf): boolean => {
    const alone = compileRule('options.rule', `{${JSON.stringify(path.join('.'))}:${text}}`);
    return !contractSpace({ eventType, itemTypes, domain, rule: alone }, defaultDialect).isEmpty;
  };
  return new Set(listPatternLeaves(rule.patterns).filter((leaf) => unknown.has(leaf) || !isMet(leaf)));
}
