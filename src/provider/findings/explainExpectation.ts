import { listDifferingPoints, type Plan } from '../../../arbitraries/plan/plan.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { type Fact, type FactName, facts } from '../../../model/facts/facts.ts';
import { contentKeys } from '../../../model/facts/relatedItemTypes.ts';
import { listPlanFacts } from '../../harness/verdict/toViolation.ts';
import type { Expectation } from './expectations.ts';
import type { UnmetExpectation } from './unmetExpectations.ts';

/** Why AWS may send an event that does not meet a demand. */
export function explainExpectation({ play: verificationCase, demand: expectation }: UnmetExpectation): readonly Fact[] {
  const { reading, planned } = verificationCase;
  if (reading !== undefined) {
    const { evidence, certainty, link } = reading.evidence;
    return [{ states: `open: "${reading.asks}" "${reading.reading}": ${evidence}`, certainty, link }];
  }
  const ofEvent =
    listDifferingPoints(planned.plan).length > 0 || planned.plan.sizeTarget !== undefined
      ? listFactNames(planned.plan)
      : [];
  const telling = ofEvent.filter((name) => name !== 'typical');
  return (telling.length > 0 ? telling : [factAt(planned.plan.kind, expectation)]).map((name) => facts[name]);
}

function listFactNames(plan: Plan): readonly FactName[] {
  return [...new Set(listPlanFacts(plan))];
}

/** What AWS states about a place, where the sample itself does not meet the demand. */
function factAt(shape: EventKind, { steps: segments, words, kind }: Expectation): FactName {
  if (segments[0] === 'detail-type') {
    return words.includes('Amazon Connect Cases Event') ? 'detailType2022' : 'source';
  }
  const own = kind === 'presence' ? configured(segments) : edgeAt(shape, segments);
  return own ?? factsOfPlaces.find(([place]) => segments.join('.').startsWith(place))?.[1] ?? 'envelope';
}

/** A content that even the sample has not is one that the domain does not include. */
function configured(segments: readonly string[]): FactName | undefined {
  const isContent =
    segments.length === 3 && segments[1] === 'relatedItem' && contentNames.includes(segments[2] as string);
  return isContent ? 'relatedItemContent' : undefined;
}

const contentNames: readonly string[] = Object.values(contentKeys);

/** The fact of the first edge that a place has: which other values it may hold. */
function edgeAt({ points }: EventKind, segments: readonly string[]): FactName | undefined {
  const own = points.filter(
    (point) => point.segments.length > 2 && point.segments.every((segment, index) => segment === segments[index]),
  );
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
