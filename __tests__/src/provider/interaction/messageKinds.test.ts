import { relatedItemTypes, unknownItemType } from '../../../../model/facts/relatedItemTypes.ts';
import { resolveMessageKind } from '../../../../src/provider/interaction/messageKinds.ts';
import type { AskedInteraction } from '../../../../src/provider/interaction/pact.ts';

function asked(change: Partial<AskedInteraction>): AskedInteraction {
  const nothing = { description: 'd', states: [], body: {}, contentType: 'application/json', rules: {} };
  return { ...nothing, metadata: {}, pending: false, ...change };
}

test.each([
  ['CASE.CREATED', 'CASE.CREATED'],
  ['RELATED_ITEM.DELETED', 'RELATED_ITEM.DELETED'],
  ['CASE.RELATED_ITEM.UPDATED', 'RELATED_ITEM.UPDATED'],
])('detail.eventType %s means the type %s', (spelled, eventType) => {
  expect(resolveMessageKind(asked({ body: { detail: { eventType: spelled } } }))).toMatchObject({ eventType });
});

test('the pattern beside a placeholder decides the type', () => {
  const rules = { '$.detail.eventType': { matchers: [{ match: 'regex', regex: '(CASE\\.)?RELATED_ITEM\\.CREATED' }] } };
  expect(resolveMessageKind(asked({ body: { detail: { eventType: 'string' } }, rules }))).toMatchObject({
    eventType: 'RELATED_ITEM.CREATED',
  });
});

test('a pattern that never ends is stopped with an error', () => {
  const rules = { '$.detail.eventType': { matchers: [{ match: 'regex', regex: '((.+)+)+!' }] } };
  const endless = asked({ body: { detail: { eventType: 'string' } }, rules });
  expect(resolveMessageKind(endless)).toEqual({
    unknown: expect.stringContaining(
      'its detail.eventType is "string", its regular expression "((.+)+)+!" takes longer than a second, and neither',
    ),
  });
  expect(resolveMessageKind({ ...endless, description: 'a case was created' })).toMatchObject({
    eventType: 'CASE.CREATED',
  });
});

test.each([
  [[], [null]],
  [[{ match: 'type' }], [{ match: 'regex', regex: 5 }]],
  [[{ match: 'regex', regex: '(?i)[[:upper:' }], 'none'],
])('rules without a usable pattern are ignored', (...matchers) => {
  const [one, other] = matchers.map((list) => ({ matchers: list }));
  const rules = { '$.detail.eventType': one, "$['detail']['eventType']": other, '$.detail["eventType"]': null };
  expect(resolveMessageKind(asked({ body: { detail: { eventType: 'string' } }, rules }))).toHaveProperty('unknown');
});

test.each([
  ['a case was created', 'CASE.CREATED'],
  ['CaseUpdated for the search', 'CASE.UPDATED'],
  ['a related item is deleted', 'RELATED_ITEM.DELETED'],
  ['RELATED_ITEM.CREATED', 'RELATED_ITEM.CREATED'],
  ['on CASE.RELATED_ITEM.CREATED', 'RELATED_ITEM.CREATED'],
])('without an event type in the body, the description "%s" decides the type', (description, eventType) => {
  expect(resolveMessageKind(asked({ description }))).toMatchObject({ eventType });
  expect(resolveMessageKind(asked({ metadata: { kind: description } }))).toMatchObject({ eventType });
});

test.each([
  ['a message', {}, 'it has no detail.eventType'],
  ['case created, or case updated', {}, 'it has no detail.eventType'],
  ['a case was created', { detail: { eventType: 'CASE.CLOSED' } }, 'its detail.eventType is "CASE.CLOSED"'],
])('"%s" with another body gives no type, and the error says what is known', (description, body, message) => {
  expect(resolveMessageKind(asked({ description, body }))).toEqual({
    unknown: `${message}, and neither its description nor its metadata names one; known are CASE.CREATED, CASE.UPDATED, CASE.DELETED, RELATED_ITEM.CREATED, RELATED_ITEM.UPDATED, RELATED_ITEM.DELETED. Put detail.eventType into the body`,
  });
});

describe('the related item type', () => {
  const detail = { eventType: 'RELATED_ITEM.CREATED' };

  test.each([
    ['its spelling', { relatedItemType: 'comment' }],
    ['its content', { comment: { body: 'x' } }],
  ])('comes from %s', (_, relatedItem) => {
    expect(resolveMessageKind(asked({ body: { detail: { ...detail, relatedItem } } }))).toMatchObject({
      itemTypes: ['Comment'],
    });
  });

  test('comes from the states', () => {
    const states = [{ name: 'the content of the related item is included', params: { type: 'Sla' } }];
    expect(resolveMessageKind(asked({ body: { detail }, states }))).toMatchObject({ itemTypes: ['Sla'] });
  });

  test('is any of them by default', () => {
    expect(resolveMessageKind(asked({ body: { detail } }))).toMatchObject({
      itemTypes: [...relatedItemTypes, unknownItemType],
    });
  });
});
