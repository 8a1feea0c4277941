import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { listReadings } from '../../../../model/event/listReadings.ts';
import { makeSample } from '../../../../model/event/samples.ts';
import { eventTypes, isRelatedItemEventType } from '../../../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { meetsAlone, prepareMatchers } from '../../../../model/rule/match/matcher.ts';
import { readValues } from '../../../../model/rule/match/readValues.ts';
import { listParts, type Rule } from '../../../../model/rule/rule.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';

/** The sample that meets the most leaves of a rule: of the event type and the item type that the rule names, or nearly names. */
export function findClosestSample(domain: Domain, rule: Rule): CasesEvent {
  const samples = listReadings().flatMap((dialect) =>
    eventTypes.flatMap((type) => {
      const items = isRelatedItemEventType(type) ? relatedItemTypes : [undefined];
      return items.map((itemType) => makeSample(type, domain, { itemType, dialect }));
    }),
  );
  const [closest] = samples
    .map((event) => ({ event, distance: measureDistance(event, rule) }))
    .toSorted((one, other) => one.distance - other.distance);
  return (closest as { event: CasesEvent }).event;
}

/** The unmet leaves of the best combination of each part. A misspelt value is nearer than another one. */
function measureDistance(event: CasesEvent, rule: Rule): number {
  return listParts(rule)
    .filter(({ length }) => length > 0)
    .map((part) => Math.min(...part.map((leaves) => sum(leaves.map((leaf) => measureLeaf(event, leaf))))))
    .reduce((one, other) => one + other, 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

function measureLeaf(event: CasesEvent, leaf: Leaf): number {
  const [matcher] = prepareMatchers([leaf]);
  if (matcher === undefined || meetsAlone(matcher, event)) return 0;
  const examples = leaf.conditions.flatMap((condition) => condition.examples).map(String);
  const received = readValues(event, matcher).map(String);
  if (received.some((value) => examples.some((example) => example.toLowerCase() === value.toLowerCase()))) return 0.5;
  return examples.some((example) => findNearest(example, received) !== undefined) ? 0.75 : 1;
}
