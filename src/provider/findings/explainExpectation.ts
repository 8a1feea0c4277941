import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { type Fact, type FactName, facts } from '../../../model/facts/facts.ts';
import { contentKeys } from '../../../model/facts/relatedItemTypes.ts';
import { type EventPath, formatPath } from '../../../model/values/eventPath.ts';
import type { Expectation } from './expectations.ts';
import type { UnmetExpectation } from './unmetExpectations.ts';

/** Why AWS may send an event that does not meet an expectation. */
export function explainExpectation({ verificationCase, expectation }: UnmetExpectation): readonly Fact[] {
  const { ambiguity, planned } = verificationCase;
  if (ambiguity !== undefined) {
    const { states, certainty, link } = ambiguity.fact;
    return [{ states: `open: "${ambiguity.asks}" "${ambiguity.reading}": ${states}`, certainty, link }];
  }
  const ofEvent = planned.isSample ? [] : [...new Set(planned.facts)];
  const telling = ofEvent.filter((name) => name !== 'typical');
  return (telling.length > 0 ? telling : [getFactAt(planned, expectation)]).map((name) => facts[name]);
}

/** What AWS states about a place, where the sample itself does not meet the expectation. */
function getFactAt(planned: PlannedEvent, { segments, example, kind }: Expectation): FactName {
  if (segments[0] === 'detail-type') {
    return example === DETAIL_TYPE_2022 ? 'detailType2022' : 'source';
  }
  const own = kind === 'presence' ? findConfiguredFact(segments) : planned.edgeFactAt(segments);
  return own ?? factsOfPlaces.find(([place]) => formatPath(segments).startsWith(place))?.[1] ?? 'envelope';
}

const DETAIL_TYPE_2022 = 'Amazon Connect Cases Event';

/** The fact for a content that even the sample lacks: the domain does not include it. */
function findConfiguredFact(segments: EventPath): FactName | undefined {
  const isContent =
    segments.length === 3 && segments[1] === 'relatedItem' && contentNames.includes(segments[2] as string);
  return isContent ? 'relatedItemContent' : undefined;
}

const contentNames: readonly string[] = Object.values(contentKeys);

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
