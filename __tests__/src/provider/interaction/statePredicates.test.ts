import { providerStates } from '../../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../../model/event/samples.ts';
import { parseStates } from '../../../../src/provider/interaction/statePredicates.ts';
import { changed } from '../../../model/event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);
const contact = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Contact' });

const cleared = { status: { value: { emptyValue: {} } } };
const withoutUser = changed(updated, 'detail.performedBy.user', undefined);
const withoutContent = changed(contact, 'detail.relatedItem.contact', undefined);

function withFields(fields: object): object {
  return changed(updated, 'detail.case.fields', fields);
}

const holding: readonly (readonly [string, object, object])[] = [
  [providerStates.field, { fieldId: 'status', member: 'stringValue' }, updated],
  [providerStates.field, { fieldId: 'status' }, updated],
  [providerStates.anyField, {}, updated],
  [providerStates.content, { type: 'Contact' }, contact],
  [providerStates.optionalMember, { path: 'relatedItem.contact.channel' }, contact],
  [providerStates.user, {}, updated],
  [providerStates.userKind, { kind: 'userArn' }, updated],
];

const failing: readonly (readonly [string, object, object])[] = [
  [providerStates.field, { fieldId: 'status', member: 'doubleValue' }, updated],
  [providerStates.field, { fieldId: 'unknown' }, updated],
  [providerStates.field, { fieldId: 'status' }, withFields(cleared)],
  [providerStates.anyField, {}, withFields(cleared)],
  [providerStates.anyField, {}, withFields({})],
  [providerStates.anyField, {}, contact],
  [providerStates.content, { type: 'Comment' }, contact],
  [providerStates.content, { type: 'Contact' }, withoutContent],
  [providerStates.optionalMember, { path: 'relatedItem.comment.contentType' }, contact],
  [providerStates.user, {}, withoutUser],
  [providerStates.userKind, { kind: 'userArn' }, withoutUser],
  [providerStates.userKind, { kind: 'customEntity' }, updated],
];

function holds(name: string, params: object, event: object): readonly boolean[] {
  const { predicates, unknown } = parseStates([{ name, params: params as Record<string, unknown> }]);
  expect(unknown).toEqual([]);
  return predicates.map((predicate) => predicate.holds(event as typeof updated));
}

test.each(holding)('"%s" with %j holds for an event that satisfies it', (name, params, event) => {
  expect(holds(name, params, event)).toEqual([true]);
});

test.each(failing)('"%s" with %j does not hold for an event that violates it', (name, params, event) => {
  expect(holds(name, params, event)).toEqual([false]);
});

test('every provider state of ours is tried on an event that satisfies it and on one that violates it', () => {
  const all = Object.values(providerStates).sort();
  const tried = [holding, failing].map((rows) => [...new Set(rows.map(([name]) => name))].sort());
  expect(tried).toEqual([all, all]);
});

test('states of other teams fix nothing, and neither do ours without their parameters', () => {
  const states = [
    { name: 'the case exists', params: { id: 7 } },
    { name: providerStates.field, params: {} },
    { name: 'plain', params: {} },
  ];
  expect(parseStates(states)).toEqual({
    predicates: [],
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
])('the error for our state "%s" with %j says what it needs', (name, params, why) => {
  const { unknown } = parseStates([{ name, params: params as Record<string, unknown> }]);
  expect(unknown).toEqual([`"${name}" ${why}`]);
});

test.each([
  ['a case field has value', providerStates.field],
  ['A user made the change', providerStates.user],
  ['at least one case field has a valeu', providerStates.anyField],
])('the error for a misspelt state, "%s", names the closest of ours', (name, nearest) => {
  expect(parseStates([{ name, params: {} }]).unknown).toEqual([`"${name}" (did you mean "${nearest}"?)`]);
});
