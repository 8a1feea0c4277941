import type { Contract } from '../../../contracts/contract.ts';
import { formatPattern } from '../../../contracts/rule/formatPattern.ts';
import { suggestRule } from '../../../contracts/rule/suggestRule.ts';
import { isConstantPlace } from '../../../model/event/isConstantPlace.ts';
import type { FilterMismatch } from '../../../model/rule/filterLeaf.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { explainRefusal } from './explainRefusal.ts';
import { findDisagreement } from './findDisagreement.ts';
import { formatEventSection, formatMismatchLines, makeRuleViolation } from './ruleReport.ts';
import { suggestChanges } from './suggestChanges.ts';

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
  throw makeRuleViolation(title, `${nameRefusing(mismatches)} ${words}.`, planned, [
    formatEventSection('The smallest event that should have come', planned, domain),
    ['What keeps it out', formatMismatchLines(mismatches)],
    ['What is usually behind it', explainRefusal(mismatches, event, domain)],
    ['The smallest change that lets it through', suggestChanges(rule, event, forAbsence)],
    ['The smallest rule for the whole table', suggestForTable(contract, mismatches)],
    ['What to do otherwise', [otherwise]],
  ]);
}

/** What refuses an event: the rule, a filter, or both. */
function nameRefusing(mismatches: readonly FilterMismatch[]): string {
  const filters = mismatches.filter(({ named }) => named !== undefined).length;
  if (filters === 0) return 'the rule';
  return filters === mismatches.length ? 'the filter before the function' : 'the rule, with the filter behind it,';
}

/** The lines of the suggested rule, where the rule refuses events by their types. */
function suggestForTable({ table }: Contract, mismatches: readonly FilterMismatch[]): readonly string[] {
  const ofRule = mismatches.filter(({ named }) => named === undefined);
  if (ofRule.length === 0 || !ofRule.every(({ path }) => isConstantPlace(path))) return [];
  const suggested = suggestRule(table.rows);
  return suggested === undefined ? [] : formatPattern(suggested).split('\n');
}
