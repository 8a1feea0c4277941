import { eventSpace } from '../../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Json } from '../../../../contracts/matchers.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { type FactName, facts } from '../../../../model/facts/facts.ts';
import { type Expectation, listExpectations } from '../../../../src/provider/findings/expectations.ts';
import { explainExpectation } from '../../../../src/provider/findings/explainExpectation.ts';

const domain = exampleDomain as never;
const comments = eventSpace({ eventType: 'RELATED_ITEM.CREATED', itemTypes: ['Comment'], domain });

function factsFor(path: string, words: string, planned = comments.sample(), body: Json = {}): readonly unknown[] {
  const [expectation] = listExpectations([{ path: `$.${path}`, words }], body) as readonly [Expectation];
  return explainExpectation({ verificationCase: { planned, states: [] }, expectation });
}

test.each<readonly [missing: string, fact: FactName]>([
  ['source', 'source'],
  ['resources', 'resources'],
  ['account', 'oneAccount'],
  ['region', 'oneAccount'],
  ['id', 'envelopeId'],
  ['time', 'envelope'],
  ['detail.eventType', 'eventTypes'],
  ['detail.approximateChangeTime', 'approximateChangeTime'],
  ['detail.changedFieldIds', 'changedFieldIds'],
  ['detail.changedAttributes', 'changedAttributes'],
  ['detail.performedBy', 'performedBy'],
  ['detail.performedBy.user', 'userUnion'],
  ['detail.case.caseId', 'caseObject'],
  ['detail.case.createdDateTime', 'timestamps'],
  ['detail.case.fields.status', 'onlyConfigured'],
  ['detail.relatedItem.createdDateTime', 'timestamps'],
  ['detail.relatedItem.relatedItemType', 'relatedItemTypes'],
  ['detail.relatedItem.relatedItemId', 'identifier'],
  ['detail.relatedItem.caseId', 'identifier'],
  ['detail.relatedItem.associationTime', 'relatedItemObject'],
  ['detail.relatedItem.sla', 'relatedItemContent'],
  ['detail.relatedItem.comment.contentType', 'optionalContent'],
  ['detail.relatedItem.comment.author', 'contentMembers'],
])('the report on an absent %s quotes what AWS states about it: %s', (missing, fact) => {
  const segments = missing.split('.');
  const above = segments.slice(0, -1).join('.');
  const words = `Actual map is missing the following keys: ${segments.at(-1)}`;
  expect(factsFor(above, words)).toEqual([facts[fact]]);
});

test('the report on another detail-type quotes its change only for the one of 2022', () => {
  const quoted = ['Amazon Connect Cases Event', 'Cases'].map((name) =>
    factsFor('detail-type', 'Expected', comments.sample(), { 'detail-type': name }),
  );
  expect(quoted).toEqual([[facts.detailType2022], [facts.source]]);
});

test('the report on another value quotes the edge at its place', () => {
  expect(factsFor('detail.relatedItem.comment.body', 'Expected')).toEqual([facts.commentBody]);
});

test('the report on an event that differs from the sample quotes the facts of its differences', () => {
  const planned = comments
    .cases([{ segments: [] }])
    .find(({ coverageItem }) => coverageItem === 'noUser') as PlannedEvent;
  expect(factsFor('detail.performedBy', 'Actual map is missing the following keys: user', planned)).toEqual(
    planned.facts.map((name) => facts[name]),
  );
});
