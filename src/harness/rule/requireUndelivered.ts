import type { Contract } from '../../../contracts/contract.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { listOperands } from '../../../model/rule/compile/listOperands.ts';
import type { FilterLeaf } from '../../../model/rule/filterLeaf.ts';
import { listMetValues } from '../../../model/rule/match/listMetValues.ts';
import { meetsAll, prepareMatchers } from '../../../model/rule/match/matcher.ts';
import type { Scalar } from '../../../model/rule/operators/condition.ts';
import { listParts, type Rule } from '../../../model/rule/rule.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import { findComing, findDelivered } from './disagreement/findDelivered.ts';
import { formatEventSection, makeRuleViolation } from './ruleReport.ts';
import { formatTableRule } from './suggest/formatTableRule.ts';
import { suggestNarrowing } from './suggest/suggestNarrowing.ts';
import { explainReplaced } from './traps/explainReplaced.ts';
import { listCaseStarts } from './traps/listCaseStarts.ts';

/**
 * Proves that a rule delivers no event of a row, in any reading.
 * @throws ContractViolation with the event closest to the sample that the rule delivers
 */
export function requireUndelivered(contract: Contract, rule: Rule, drops: (event: object) => boolean): void {
  const closest = findDelivered(contract, rule);
  const found = closest !== undefined && drops(closest.event()) ? findComing(contract, rule, drops) : closest;
  if (found === undefined) return;
  const { title, domain } = contract;
  const event = found.event();
  const admitting = listAdmitting(rule, event);
  const changes = suggestNarrowing(contract, rule);
  throw makeRuleViolation(title, 'the rule delivers such an event.', found, [
    formatEventSection('The smallest event that it delivers', found, domain),
    ['What lets it through', admitting.map(formatAdmitting)],
    [
      'What is usually behind it',
      [
        ...explainAdmission(
          admitting.map(({ leaf }) => leaf),
          event.detail.eventType,
        ),
        ...explainReplaced(rule),
      ],
    ],
    ['The smallest change that keeps it out', changes],
    ['The smallest rule for the whole table', changes.length > 0 ? [] : formatTableRule(contract)],
    [
      'What to do',
      [
        'List the paths that the handler reads, or write ignored, if the event may come.',
        changes.length > 0
          ? 'Otherwise change the rule.'
          : `Otherwise let the rule${rule.filters === undefined ? '' : ', or the filter,'} name the event types that it delivers, in detail.eventType.`,
      ],
    ],
  ]);
}

/** A leaf that an event meets, with the value that meets it. */
interface AdmittingLeaf {
  readonly leaf: Leaf & Partial<Pick<FilterLeaf, 'named'>>;
  /** It is undefined for a leaf that holds because nothing is there. */
  readonly value: Scalar | undefined;
}

/** The leaves of the first combination that the event meets, part by part of the rule. */
function listAdmitting(rule: Rule, event: object): readonly AdmittingLeaf[] {
  return listParts(rule).flatMap((part) => {
    const matchers = part.map(prepareMatchers).find((candidates) => meetsAll(candidates, event)) ?? [];
    const values = listMetValues(matchers, event);
    return matchers.map(({ leaf }, index) => ({ leaf, value: values[index] }));
  });
}

function formatAdmitting({ leaf: { named, path, text }, value }: AdmittingLeaf): string {
  const shown = value === undefined ? 'nothing' : showJson(value);
  return `${named ?? path.join('.')}: ${showJson(JSON.parse(text), MOST_SHOWN)} admits ${shown}`;
}

const MOST_SHOWN = 200;

/** The traps that let an event through. */
function explainAdmission(leaves: readonly Leaf[], eventType: string): string[] {
  const itemType = parseEventType(eventType) ?? '';
  const isItem = itemType.startsWith('RELATED_ITEM.');
  const asks = (place: string, how: (conditions: string) => boolean): boolean =>
    leaves.some(({ path, text }) => path.join('.') === place && how(text));
  const hasStart = (conditions: string): boolean =>
    ['wildcard', 'prefix'].some((operator) => listOperands(conditions, operator).length > 0);
  const starts = leaves
    .filter(({ path }) => path.join('.') === 'detail.eventType')
    .flatMap(({ text }) => listCaseStarts(text, itemType))
    .map((start) => `The ${start} also admits ${eventType}, as AWS writes some or all events of related items.`);
  return [
    ...(isItem && eventType.startsWith('CASE.') ? starts : []),
    ...(isItem && asks('resources', hasStart)
      ? ['The ARN of a related item begins with that of its case, so a wildcard on resources admits both.']
      : []),
  ];
}
