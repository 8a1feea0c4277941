import type { Contract } from '../../../contracts/contract.ts';
import { formatPattern } from '../../../contracts/rule/formatPattern.ts';
import { suggestRule } from '../../../contracts/rule/suggestRule.ts';
import { isConstantPlace } from '../../../model/event/isConstantPlace.ts';
import { suggestChange } from '../../../model/rule/change/suggestChange.ts';
import type { LeafMismatch } from '../../../model/rule/match/leafMismatch.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { explainTraps } from './explainTraps.ts';
import { findDisagreement } from './findDisagreement.ts';
import { formatEventSection, formatMismatchLines, makeRuleViolation } from './ruleReport.ts';

/**
 * Requires that a rule delivers what a row reads.
 * @throws ContractViolation with the smallest event that should have come, and with the smallest change of the pattern
 */
export function requireAgreement(contract: Contract, rule: Rule): void {
  if (contract.reads.length === 0) return;
  const disagreement = findDisagreement(contract, rule);
  if (disagreement === undefined) return;
  const { planned, words, forAbsence, otherwise } = disagreement;
  const { title, domain } = contract;
  const event = planned.event();
  const mismatches = rule.explain(event);
  throw makeRuleViolation(title, `the rule ${words}.`, planned, [
    formatEventSection('The smallest event that should have come', planned, domain),
    ['What keeps it out', formatMismatchLines(mismatches)],
    ['What is usually behind it', explainTraps(mismatches, event, domain)],
    ['The smallest change that lets it through', suggestChange(rule, event, forAbsence)?.lines ?? []],
    ['The smallest rule for the whole table', suggestForTable(contract, mismatches)],
    ['What to do otherwise', [otherwise]],
  ]);
}

/** The lines of the suggested rule, where the rule refuses events by their types. */
function suggestForTable({ table }: Contract, mismatches: readonly LeafMismatch[]): readonly string[] {
  if (!mismatches.every(({ path }) => isConstantPlace(path))) return [];
  const suggested = suggestRule(table.rows);
  return suggested === undefined ? [] : formatPattern(suggested).split('\n');
}
