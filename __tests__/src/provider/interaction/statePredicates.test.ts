import { providerStates } from '../../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { sample } from '../../../../model/event/samples.ts';
import { parseStates } from '../../../../src/provider/interaction/statePredicates.ts';

const updated = sample('CASE.UPDATED', exampleDomain);
const contact = sample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Contact' });

test.each<[string, object, object, boolean]>([
  [providerStates.field, { fieldId: 'status', member: 'stringValue' }, updated, true],
  [providerStates.field, { fieldId: 'status' }, updated, true],
  [providerStates.field, { fieldId: 'status', member: 'doubleValue' }, updated, false],
  [providerStates.field, { fieldId: 'unknown' }, updated, false],
  [providerStates.anyField, {}, updated, true],
  [providerStates.content, { type: 'Contact' }, contact, true],
  [providerStates.content, { type: 'Comment' }, contact, false],
  [providerStates.optionalMember, { path: 'relatedItem.contact.channel' }, contact, true],
  [providerStates.optionalMember, { path: 'relatedItem.comment.contentType' }, contact, false],
  [providerStates.user, {}, updated, true],
  [providerStates.userKind, { kind: 'userArn' }, updated, true],
  [providerStates.userKind, { kind: 'customEntity' }, updated, false],
])('"%s" with %j holds for a sample or not', (name, params, event, holds) => {
  const { pins: predicates, unknown } = parseStates([{ name, params: params as Record<string, unknown> }]);
  expect(predicates.map((predicate) => predicate.holds(event as typeof updated))).toEqual([holds]);
  expect(unknown).toEqual([]);
});

test('states of other teams pin nothing, and neither do ours without their parameters', () => {
  const states = [
    { name: 'the case exists', params: { id: 7 } },
    { name: providerStates.field, params: {} },
    { name: 'plain', params: {} },
  ];
  expect(parseStates(states)).toEqual({
    pins: [],
    unknown: [
      '"the case exists" {"id":7}',
      '"a case field has a value" (it needs the parameter fieldId, the id of a field)',
      '"plain"',
    ],
  });
});

test.each<[string, object, string]>([
  [
    providerStates.field,
    { fieldID: 'status' },
    '{"fieldID":"status"} (it needs the parameter fieldId, the id of a field)',
  ],
  [
    providerStates.content,
    { type: 'Coment' },
    '{"type":"Coment"} (it needs the parameter type, one of "Comment", "Contact", "File", "Sla", "ConnectCase", "Custom")',
  ],
  [providerStates.optionalMember, {}, '(it needs the parameter path, relative to detail)'],
  [
    providerStates.userKind,
    { kind: 'user' },
    '{"kind":"user"} (it needs the parameter kind, one of "userArn", "customEntity")',
  ],
])('the state "%s" of ours with %j says what it needs', (name, params, why) => {
  const { unknown } = parseStates([{ name, params: params as Record<string, unknown> }]);
  expect(unknown).toEqual([`"${name}" ${why}`]);
});

test.each([
  ['a case field has value', providerStates.field],
  ['A user made the change', providerStates.user],
  ['at least one case field has a valeu', providerStates.anyField],
])('a misspelt state, "%s", is answered with the nearest of ours', (name, nearest) => {
  expect(parseStates([{ name, params: {} }]).unknown).toEqual([`"${name}" (did you mean "${nearest}"?)`]);
});
