import type { Contract } from '../../../contracts/contract.ts';
import { isConstantPlace } from '../../../model/event/isConstantPlace.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { FilterMismatch } from '../../../model/rule/filterLeaf.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { listFirst } from '../../../model/values/show/listFirst.ts';
import type { ContractViolation } from '../failure/contractViolation.ts';
import type { Disagreement } from './disagreement/disagreement.ts';
import { findDisagreement } from './disagreement/findDisagreement.ts';
import { listFilterRules } from './disagreement/readFilterRule.ts';
import { listDeadFilterParts, listDeadParts } from './listDeadParts.ts';
import { formatEventSection, formatMismatchLines, makeRuleViolation } from './ruleReport.ts';
import { explainRemoval } from './suggest/explainRemoval.ts';
import { formatTableRule } from './suggest/formatTableRule.ts';
import { isMisplacedExclusion } from './suggest/suggestAgreement.ts';
import { suggestChanges } from './suggest/suggestChanges.ts';
import { explainRefusal } from './traps/explainRefusal.ts';
import { explainReplaced } from './traps/explainReplaced.ts';
import { listUnknownValues } from './traps/listUnknownValues.ts';

/**
 * Requires that a rule delivers what a row reads. It warns of values that no event has, of alternatives that deliver
 * nothing, and of conditions that do not count.
 * @throws ContractViolation with the smallest event that should have come, and with the smallest change of the pattern
 */
export function requireAgreement(contract: Contract, rule: Rule): void {
  if (contract.reads.length === 0) return;
  const disagreement = findDisagreement(contract, rule);
  if (disagreement !== undefined) throw describeDisagreement(contract, rule, disagreement);
  if (warned.has(rule)) return;
  // Once for all rows of a table.
  warned.add(rule);
  const rules = [rule, ...listFilterRules(rule)];
  for (const line of listFirst(
    [
      ...rules.flatMap((one) => listUnknownValues(contract, one)),
      ...rules.flatMap((one) => listDeadParts(contract, one)),
      ...listDeadFilterParts(contract, rule),
      ...rules.flatMap((one) => explainReplaced(one).map((line) => `${contract.consumer}: ${line}`)),
    ],
    MOST_WARNINGS,
    (one) => one,
    'more such lines',
  ))
    warn(line);
}

const warned = new WeakSet<Rule>();
const MOST_WARNINGS = 6;

function describeDisagreement(contract: Contract, rule: Rule, disagreement: Disagreement): ContractViolation {
  const { planned, words, otherwise } = disagreement;
  const { title, domain } = contract;
  const event = planned.event();
  const mismatches = rule.explain(event);
  const changes = suggestChanges(contract, rule, disagreement);
  return makeRuleViolation(title, `${nameRefusing(mismatches)} ${words}.`, planned, [
    formatEventSection('The smallest event that should have come', planned, domain),
    ['What keeps it out', formatMismatchLines(mismatches)],
    [
      'What is usually behind it',
      [...explainRefusal(rule, mismatches, event, domain, 'because'), ...explainReplaced(rule)],
    ],
    ['The smallest change that lets it through', changes],
    ['What comes then', disagreement.forAbsence === 'add exists' ? [] : explainRemoval(changes)],
    ['The smallest rule for the whole table', suggestForTable(contract, mismatches)],
    ['What to do otherwise', [...(changes.length === 0 ? listMisplacedExclusions(mismatches) : []), ...otherwise]],
  ]);
}

/** A line for each leaf that leaves something out where no event has a value: no change removes it. */
function listMisplacedExclusions(mismatches: readonly FilterMismatch[]): readonly string[] {
  return mismatches
    .filter(isMisplacedExclusion)
    .map(
      ({ named, path }) =>
        `${named ?? path.join('.')} leaves something out, at a place without values. Move it where it is meant: only its author knows the place.`,
    );
}

/** What refuses an event: the rule, a filter, or both. */
function nameRefusing(mismatches: readonly FilterMismatch[]): string {
  const filters = mismatches.filter(({ named }) => named !== undefined).length;
  if (filters === 0) return 'the rule';
  return filters === mismatches.length ? 'the filter before the function' : 'the rule, with the filter behind it,';
}

/** The lines of the suggested rule, where the rule refuses events by their types. */
function suggestForTable(contract: Contract, mismatches: readonly FilterMismatch[]): readonly string[] {
  const ofRule = mismatches.filter(({ named }) => named === undefined);
  if (ofRule.length === 0 || !ofRule.every(({ path }) => isConstantPlace(path))) return [];
  return formatTableRule(contract);
}
