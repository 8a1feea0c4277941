import type { Contract } from '../../../../contracts/contract.ts';
import { describeChange } from '../../../../model/rule/change/describeChange.ts';
import { applyEdit } from '../../../../model/rule/change/patternEdit.ts';
import { meetsAll, prepareMatchers } from '../../../../model/rule/match/matcher.ts';
import { type CompiledPattern, compileRule, getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { countHarm } from '../disagreement/countHarm.ts';
import { findDelivered } from '../disagreement/findDelivered.ts';
import { listNarrowingEdits } from './listNarrowingEdits.ts';

/**
 * The lines of the smallest change after which a rule delivers no event of a row. Rows that read something keep what they
 * got. There are none if no change of event types and item types does it.
 */
export function suggestNarrowing(contract: Contract, rule: Rule): readonly string[] {
  if (rule.filters !== undefined) return [];
  let changed = rule;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const event = findDelivered(contract, changed)?.event();
    if (event === undefined) return describeAll(rule, changed);
    const narrowed = narrowOnce(contract, changed, event);
    if (narrowed === undefined) return [];
    changed = narrowed;
  }
  return [];
}

/** Each step narrows one alternative of a pattern. */
const MOST_STEPS = 6;

function describeAll({ patterns }: Rule, changed: Rule): readonly string[] {
  return patterns.flatMap(({ argument, text }, index) =>
    describeChange(argument, JSON.parse(text) as object, JSON.parse(changed.patterns[index]?.text ?? text) as object),
  );
}

function narrowOnce(contract: Contract, rule: Rule, event: object): Rule | undefined {
  const before = countHarm(contract, rule, rule);
  for (const pattern of rule.patterns) {
    const leaves = getCombinations(pattern).find((one) => meetsAll(prepareMatchers(one), event));
    for (const edit of leaves === undefined ? [] : listNarrowingEdits(contract, leaves)) {
      const text = applyEdit(JSON.parse(pattern.text), edit);
      const narrowed = text === undefined ? undefined : replacePattern(rule, pattern, text);
      if (narrowed === undefined) continue;
      const own = narrowed.patterns[rule.patterns.indexOf(pattern)] as CompiledPattern;
      if (!own.matches(event) && countHarm(contract, rule, narrowed) <= before) return narrowed;
    }
  }
  return undefined;
}

function replacePattern({ patterns }: Rule, pattern: CompiledPattern, changed: unknown): Rule {
  const texts = patterns.map((one) => (one === pattern ? JSON.stringify(changed) : one.text));
  return compileRule('options.rule', texts);
}
