import { providerStates } from '../../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { inferDomain } from '../../../../src/provider/interaction/inferDomain.ts';
import type { AskedInteraction } from '../../../../src/provider/interaction/pact.ts';

function asked(change: Partial<AskedInteraction>): AskedInteraction {
  const nothing = { description: 'd', states: [], body: {}, contentType: 'application/json', rules: {} };
  return { ...nothing, metadata: {}, pending: false, ...change };
}

function caseWith(fields: object): Partial<AskedInteraction> {
  return { body: { detail: { case: { fields } } } as AskedInteraction['body'] };
}

test('a custom field of the body gets the type of its member', () => {
  const { fields, includedData } = inferDomain(
    asked(caseWith({ a: { value: { doubleValue: 1 } }, b: { value: { booleanValue: true } }, c: {} })),
  );
  expect(fields).toMatchObject({
    named1: { id: 'a', type: 'Number' },
    named2: { id: 'b', type: 'Boolean' },
    named3: { id: 'c', type: 'Text' },
  });
  expect(includedData.fields).toEqual(expect.arrayContaining(['named1', 'named2', 'named3', 'status', 'approver']));
});

test('the member in a state wins over the one in the body', () => {
  const states = [{ name: providerStates.field, params: { fieldId: 'a', member: 'userArnValue' } }];
  const { fields } = inferDomain(asked({ ...caseWith({ a: { value: { stringValue: 'x' } } }), states }));
  expect(fields).toMatchObject({ named1: { id: 'a', type: 'User' } });
});

test('a system field is included unchanged', () => {
  const { includedData } = inferDomain(asked(caseWith({ assigned_queue: { value: { doubleValue: 1 } } })));
  expect(includedData.fields).toContain('assigned_queue');
});

test('fields of a Custom related item are those of its sample', () => {
  const fields = [{ id: 'item-field', value: { booleanValue: true } }];
  const body = { detail: { relatedItem: { custom: { fields } } } };
  expect(Object.values(inferDomain(asked({ body })).fields)[0]).toEqual({ id: 'item-field', type: 'Boolean' });
});

test('a field of the example domain keeps its type, unless the pact shows another', () => {
  const { priority } = exampleDomain.fields;
  expect(inferDomain(asked(caseWith({ [priority.id]: { value: { stringValue: 'low' } } }))).fields).toEqual(
    exampleDomain.fields,
  );
  expect(inferDomain(asked(caseWith({ [priority.id]: { value: { doubleValue: 1 } } }))).fields).toMatchObject({
    named1: { id: priority.id, type: 'Number' },
  });
});

test.each(['__proto__', ''])('a field with the id %j is in no domain', (id) => {
  const fields = Object.fromEntries([[id, { value: { stringValue: 'x' } }]]);
  expect(inferDomain(asked(caseWith(fields))).fields).toEqual(exampleDomain.fields);
});
