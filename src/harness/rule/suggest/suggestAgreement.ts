import type { Contract } from '../../../../contracts/contract.ts';
import { suggestChange } from '../../../../model/rule/change/suggestChange.ts';
import { compileRule, type Rule } from '../../../../model/rule/rule.ts';
import type { Disagreement } from '../disagreement/disagreement.ts';
import { findDisagreement } from '../disagreement/findDisagreement.ts';
import { toRefusedLeaf } from '../traps/explainRefusal.ts';
import { findTraps } from '../traps/findTraps.ts';
import { listConstantEdits } from '../traps/listConstantEdits.ts';
import { listCorrections } from '../traps/listCorrections.ts';
import { listAbsenceEdits } from './listAbsenceEdits.ts';

/**
 * The lines of the smallest change after which a rule agrees with a row: of the domain, if it leaves out what the
 * pattern asks for, else of the pattern.
 */
export function suggestAgreement(
  contract: Contract,
  rule: Rule,
  { planned, forAbsence }: Disagreement,
): readonly string[] {
  const { domain } = contract;
  const event = planned.event();
  const growths = rule
    .explain(event)
    .map(
      (mismatch) =>
        findTraps(toRefusedLeaf(rule, mismatch), event, domain).find(({ growth }) => growth !== undefined)?.growth,
    );
  if (growths.length > 0 && growths.every((growth) => growth !== undefined)) return [...new Set(growths)] as string[];
  const change = suggestChange(rule, event, {
    isMistake: (unmet) => listCorrections(unmet, event, domain).length > 0,
    listEdits: (unmet) => [
      ...listConstantEdits(unmet, contract),
      ...listCorrections(unmet, event, domain),
      ...(forAbsence === 'remove the leaf' || unmet.received.length > 0 ? [] : listAbsenceEdits(unmet.leaf)),
    ],
    accepts: (texts) => agrees(contract, texts),
  });
  return change?.lines ?? [];
}

function agrees(contract: Contract, texts: readonly string[]): boolean {
  const rule = compileRule('options.rule', texts);
  return findDisagreement({ ...contract, rule }, rule) === undefined;
}
