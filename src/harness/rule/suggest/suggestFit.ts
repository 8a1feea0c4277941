import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { slaStatuses } from '../../../../model/facts/relatedItemTypes.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import { suggestChange, type UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import { compileRule, type Rule } from '../../../../model/rule/rule.ts';
import { valueAt } from '../../../../model/values/eventPath.ts';
import { isMembers } from '../../../../model/values/members.ts';
import type { Unfit } from '../disagreement/findUnfit.ts';
import { listConstantEdits } from '../traps/listConstantEdits.ts';
import { listAbsenceEdits } from './listAbsenceEdits.ts';

/** The lines of the smallest change after which a rule fits another reading, too: only leaves change that it concerns. */
export function suggestFit(contract: Contract, rule: Rule, unfit: Unfit): readonly string[] {
  const event = unfit.planned.event();
  const change = suggestChange(rule, event, {
    mayChange: (leaf) => unfit.changed.includes(leaf),
    listEdits: (unmet) => [...listConstantEdits(unmet, contract), ...listOpenEdits(unmet, event)],
    accepts: (texts) => delivers(contract, texts, unfit),
  });
  return change?.lines ?? [];
}

/** Absence, another spelling or another member joins what the leaf asks for. */
function listOpenEdits({ leaf, received }: UnmetLeaf, event: object): readonly PatternEdit[] {
  const { path, place, text } = leaf;
  if (received.length > 0) {
    const before = JSON.parse(text) as unknown[];
    const others = listOtherSpellings(path.join('.'), before, received);
    return others.length === 0 ? [] : [{ write: place, conditions: [...new Set([...before, ...others])] }];
  }
  const around = valueAt(event, path.slice(0, -1));
  const [other, ...more] = isMembers(around) ? Object.keys(around) : [];
  // The value has another name in this reading.
  if (path.at(-2) === 'value' && other !== undefined && more.length === 0) return [{ either: place, or: other }];
  return listAbsenceEdits(leaf);
}

/** What a place that one reading writes in another way has there instead of what the leaf asks for. */
function listOtherSpellings(
  place: string,
  asked: readonly unknown[],
  received: readonly unknown[],
): readonly unknown[] {
  if (place === 'detail.changedAttributes') return received;
  if (place !== 'detail.relatedItem.sla.slaConfiguration.status') return [];
  const spellings = slaStatuses.map((status) => [status, status.toLowerCase()]);
  return spellings.filter((both) => both.some((one) => asked.includes(one))).flat();
}

/** Whether changed patterns deliver such an event in its reading. */
function delivers(contract: Contract, texts: readonly string[], { planned, dialect }: Unfit): boolean {
  const { itemType } = planned;
  const itemTypes = itemType === undefined ? [] : [itemType];
  return !contractSpace({ ...contract, itemTypes, rule: compileRule('options.rule', texts) }, dialect).isEmpty;
}
