import { differingSlots, type Plan } from '../../../arbitraries/plan/plan.ts';
import type { Shape } from '../../../arbitraries/variations/shape.ts';
import { type Fact, type FactName, facts } from '../../../model/facts/facts.ts';
import { contentKeys } from '../../../model/facts/relatedItemTypes.ts';
import { factsOfPlan } from '../../harness/verdict/violationOf.ts';
import type { Demand } from './demands.ts';
import type { Target } from './targets.ts';

/** Why AWS may send an event that does not meet a demand. */
export function factsOfDemand({ play, demand }: Target): readonly Fact[] {
  const { reading, step } = play;
  if (reading !== undefined) {
    const { evidence, certainty, link } = reading.evidence;
    return [{ states: `open: "${reading.asks}" "${reading.reading}": ${evidence}`, certainty, link }];
  }
  const ofEvent = differingSlots(step.plan).length > 0 || step.plan.fill !== undefined ? namesOf(step.plan) : [];
  const telling = ofEvent.filter((name) => name !== 'typical');
  return (telling.length > 0 ? telling : [factAt(step.plan.shape, demand)]).map((name) => facts[name]);
}

function namesOf(plan: Plan): readonly FactName[] {
  return [...new Set(factsOfPlan(plan))];
}

/** What AWS states about a place, where the sample itself does not meet the demand. */
function factAt(shape: Shape, { steps, words, kind }: Demand): FactName {
  if (steps[0] === 'detail-type') {
    return words.includes('Amazon Connect Cases Event') ? 'detailType2022' : 'source';
  }
  const own = kind === 'presence' ? configured(steps) : edgeAt(shape, steps);
  return own ?? factsOfPlaces.find(([place]) => steps.join('.').startsWith(place))?.[1] ?? 'envelope';
}

/** A content that even the sample has not is one that the domain does not include. */
function configured(steps: readonly string[]): FactName | undefined {
  const isContent = steps.length === 3 && steps[1] === 'relatedItem' && contentNames.includes(steps[2] as string);
  return isContent ? 'relatedItemContent' : undefined;
}

const contentNames: readonly string[] = Object.values(contentKeys);

/** The fact of the first edge that a place has: which other values it may hold. */
function edgeAt({ slots }: Shape, steps: readonly string[]): FactName | undefined {
  const own = slots.filter((slot) => slot.steps.length > 2 && slot.steps.every((step, index) => step === steps[index]));
  return own.flatMap(({ variations }) => variations.filter((one) => one.class === 'edge')).at(0)?.fact;
}

/** The more exact place first. */
const factsOfPlaces: readonly (readonly [place: string, fact: FactName])[] = [
  ['source', 'source'],
  ['resources', 'resources'],
  ['account', 'oneAccount'],
  ['region', 'oneAccount'],
  ['id', 'envelopeId'],
  ['detail.eventType', 'eventTypes'],
  ['detail.approximateChangeTime', 'approximateChangeTime'],
  ['detail.changedFieldIds', 'changedFieldIds'],
  ['detail.changedAttributes', 'changedAttributes'],
  ['detail.performedBy.user', 'userUnion'],
  ['detail.performedBy', 'performedBy'],
  ['detail.case.createdDateTime', 'timestamps'],
  ['detail.case.fields', 'onlyConfigured'],
  ['detail.case', 'caseObject'],
  ['detail.relatedItem.createdDateTime', 'timestamps'],
  ['detail.relatedItem.relatedItemType', 'relatedItemTypes'],
  ['detail.relatedItem.relatedItemId', 'identifier'],
  ['detail.relatedItem.caseId', 'identifier'],
  ['detail.relatedItem.comment.contentType', 'optionalContent'],
  ...contentNames.map((name) => [`detail.relatedItem.${name}.`, 'contentMembers'] as const),
  ['detail.relatedItem', 'relatedItemObject'],
];
