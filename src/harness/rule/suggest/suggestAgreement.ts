import type { Contract } from '../../../../contracts/contract.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import { suggestChange, type UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { listOperands } from '../../../../model/rule/compile/listOperands.ts';
import { listReplaced } from '../../../../model/rule/compile/listReplaced.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import type { LeafMismatch } from '../../../../model/rule/match/leafMismatch.ts';
import { compileRule, type Rule } from '../../../../model/rule/rule.ts';
import { countHarm } from '../disagreement/countHarm.ts';
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
  const correct = (unmet: UnmetLeaf): readonly PatternEdit[] => listCorrections(unmet, event, domain);
  const change = suggestChange(rule, event, {
    measureDoubt: (unmet) => measureDoubt(unmet, correct(unmet)),
    listEdits: (unmet) => [
      ...listShadowEdits(rule, unmet.leaf),
      ...listConstantEdits(unmet, contract),
      ...correct(unmet),
      ...(forAbsence === 'remove the leaf' || unmet.received.length > 0 ? [] : listAbsenceEdits(unmet.leaf)),
    ],
    mayRemove: ({ leaf, received }) => !isMisplacedExclusion({ condition: leaf.text, received }),
    accepts: (texts) => agrees(contract, texts),
    countHarm: (texts) => countHarm(contract, rule, compileRule('options.rule', texts)),
  });
  return change?.lines ?? [];
}

/** A leaf that takes the place of others with the same key can go: then they count. */
function listShadowEdits({ patterns }: Rule, { place }: Leaf): readonly PatternEdit[] {
  const replacing = patterns.flatMap(({ text }) => listReplaced(text).map(({ by }) => JSON.stringify(by.place)));
  return replacing.includes(JSON.stringify(place)) ? [{ remove: place, isMeant: true }] : [];
}

/** How far a leaf is from what its author means: its correction admits what the event has, or it is some other mistake. */
function measureDoubt({ received }: UnmetLeaf, corrections: readonly PatternEdit[]): number {
  if (corrections.length === 0) return 0.5;
  const isMeant = corrections.some((edit) => {
    if (!('conditions' in edit)) return true;
    const admits = compileConditions(edit.conditions ?? []);
    return edit.conditions === undefined || received.some(admits);
  });
  return isMeant ? 0 : 0.25;
}

/** Whether a leaf leaves something out where no event has a value. Without it, what it means to leave out would come. */
export function isMisplacedExclusion({ condition, received }: Pick<LeafMismatch, 'condition' | 'received'>): boolean {
  return received.length === 0 && listOperands(condition, 'anything-but').length > 0;
}

function agrees(contract: Contract, texts: readonly string[]): boolean {
  const rule = compileRule('options.rule', texts);
  return findDisagreement({ ...contract, rule }, rule) === undefined;
}
