import type { Contract } from '../../../contracts/contract.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { meetsFrom, prepareMatchers } from '../../../model/rule/match/matcher.ts';
import { readValues } from '../../../model/rule/match/readValues.ts';
import { getCombinations, type Rule } from '../../../model/rule/rule.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import { findDelivered } from './findDelivered.ts';
import { formatEventSection, makeRuleViolation } from './ruleReport.ts';
import { explainReplaced } from './traps/explainReplaced.ts';

/**
 * Proves that a rule delivers no event of a row, in any reading.
 * @throws ContractViolation with the event closest to the sample that the rule delivers
 */
export function requireUndelivered(contract: Contract, rule: Rule): void {
  const found = findDelivered(contract, rule);
  if (found === undefined) return;
  const { title, domain } = contract;
  const event = found.event();
  const admitting = listAdmitting(rule, event);
  throw makeRuleViolation(title, 'the rule delivers such an event.', found, [
    formatEventSection('The smallest event that it delivers', found, domain),
    ['What lets it through', admitting.map((leaf) => formatLeaf(leaf, event))],
    ['What is usually behind it', [...explainAdmission(admitting, event.detail.eventType), ...explainReplaced(rule)]],
    [
      'What to do',
      [
        'List the paths that the handler reads, or write ignored, if the event may come.',
        'Otherwise let the rule name the event types that it delivers, in detail.eventType.',
      ],
    ],
  ]);
}

/** The leaves of the first combination that the event meets. */
function listAdmitting({ patterns }: Rule, event: object): readonly Leaf[] {
  const combinations = patterns.flatMap(getCombinations);
  return combinations.find((leaves) => meetsFrom(prepareMatchers(leaves), 0, event)) ?? [];
}

function formatLeaf(leaf: Leaf, event: object): string {
  const [value] = readAt(leaf, event);
  const shown = value === undefined ? 'nothing' : showJson(value);
  return `${leaf.path.join('.')}: ${showJson(JSON.parse(leaf.text), MOST_SHOWN)} admits ${shown}`;
}

const MOST_SHOWN = 200;

function readAt(leaf: Leaf, event: object): ReturnType<typeof readValues> {
  return prepareMatchers([leaf]).flatMap((matcher) => readValues(event, matcher));
}

/** The traps that let an event through. */
function explainAdmission(leaves: readonly Leaf[], eventType: string): string[] {
  const isItem = parseEventType(eventType)?.startsWith('RELATED_ITEM.') === true;
  const asks = (place: string, operator: string): boolean =>
    leaves.some(({ path, text }) => path.join('.') === place && text.includes(`{"${operator}":`));
  return [
    ...(isItem && eventType.startsWith('CASE.') && asks('detail.eventType', 'prefix')
      ? ['The prefix "CASE." also admits CASE.RELATED_ITEM.*, as AWS writes some or all events of related items.']
      : []),
    ...(isItem && (asks('resources', 'wildcard') || asks('resources', 'prefix'))
      ? ['The ARN of a related item begins with that of its case, so a wildcard on resources admits both.']
      : []),
  ];
}
