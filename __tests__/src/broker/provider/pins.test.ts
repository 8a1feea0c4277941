import { providerStates } from '../../../../contracts/providerStates.ts';
import { pinsOf } from '../../../../src/broker/provider/pins.ts';
import { exampleDomain } from '../../../../src/event/exampleDomain.ts';
import { sample } from '../../../../src/event/samples.ts';

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
  const { pins, unknown } = pinsOf([{ name, params: params as Record<string, unknown> }]);
  expect(pins.map((pin) => pin.holds(event as typeof updated))).toEqual([holds]);
  expect(unknown).toEqual([]);
});

test('states of other teams pin nothing, and neither do ours without their parameters', () => {
  const states = [
    { name: 'the case exists', params: { id: 7 } },
    { name: providerStates.field, params: {} },
    { name: 'plain', params: {} },
  ];
  expect(pinsOf(states)).toEqual({
    pins: [],
    unknown: ['"the case exists" {"id":7}', '"a case field has a value"', '"plain"'],
  });
});
