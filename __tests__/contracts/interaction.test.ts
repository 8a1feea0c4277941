import type { Contract } from '../../contracts/contract.ts';
import { contractsFor } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { buildInteractions, type Interaction } from '../../contracts/interaction.ts';
import { providerStates } from '../../contracts/providerStates.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { optionalContentMembers } from '../../model/event/contentPaths.ts';
import { ignoringAll } from '../ignoringAll.ts';

function interactionsOfRow(row: object): readonly Interaction[] {
  return contractsFor('refunds', { ...ignoringAll, ...row } as never, { domain: exampleDomain }).flatMap(
    (contract: Contract) => buildInteractions(contract),
  );
}

function only(row: object): Interaction {
  const interactions = interactionsOfRow(row);
  expect(interactions).toHaveLength(1);
  return interactions[0] as Interaction;
}

test('a contract that ignores its events has none', () => {
  expect(interactionsOfRow({})).toEqual([]);
});

test('the body is the sample cut down to the reads, and says which event it is', () => {
  const { refundAmount } = exampleDomain.fields;
  expect(
    only({ 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'changedFieldIds', '$.time'] }),
  ).toMatchObject({
    description: 'refunds handles CASE.UPDATED',
    example: {
      source: 'aws.cases',
      'detail-type': 'Amazon Connect Cases Change',
      time: '2022-03-16T23:43:26Z',
      detail: {
        eventType: 'CASE.UPDATED',
        changedFieldIds: ['status', 'last_updated_datetime'],
        case: {
          caseId: '689b0bea-aa29-4340-896d-4ca3ce9b6226',
          fields: { [refundAmount.id]: { value: { doubleValue: 5 } } },
        },
      },
    },
    providerStates: [{ name: providerStates.field, params: { fieldId: refundAmount.id, member: 'doubleValue' } }],
  });
});

test('a list row of related items is one interaction, a Comment', () => {
  const { example, providerStates: states } = only({ 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] });
  expect(example).toMatchObject({ detail: { relatedItem: { relatedItemType: 'Comment' } } });
  expect(states).toEqual([]);
});

test('content and its optional members are pinned by states', () => {
  for (const [path, value] of Object.entries(optionalContentMembers)) {
    const [, key = ''] = path.split('.');
    const type = `${key[0]?.toUpperCase()}${key.slice(1)}`;
    const { example, providerStates: states } = only({
      'RELATED_ITEM.CREATED': { [type]: [path], otherwise: ignored },
    });
    expect(states).toEqual(
      expect.arrayContaining([
        { name: providerStates.content, params: { type } },
        { name: providerStates.optionalMember, params: { type, path } },
      ]),
    );
    expect(JSON.stringify(example)).toContain(JSON.stringify(value));
  }
});

test('who made the change is pinned by kind; a contract that reads both kinds has an interaction for each', () => {
  const [arn, entity] = interactionsOfRow({
    'CASE.DELETED': ['performedBy.user.userArn', 'performedBy.user.customEntity'],
  }) as [Interaction, Interaction];
  expect([arn.description, entity.description]).toEqual([
    'refunds handles CASE.DELETED',
    'refunds handles CASE.DELETED by a custom entity',
  ]);
  expect([arn.providerStates, entity.providerStates]).toEqual([
    [{ name: providerStates.userKind, params: { kind: 'userArn' } }],
    [{ name: providerStates.userKind, params: { kind: 'customEntity' } }],
  ]);
  expect(only({ 'CASE.DELETED': ['performedBy.user'] }).providerStates).toEqual([
    { name: providerStates.user, params: {} },
  ]);
});

test('the user as a whole is the kind that is read: no event has both', () => {
  const entity = only({ 'CASE.DELETED': ['performedBy.user', 'performedBy.user.customEntity'] });
  expect(entity).toMatchObject({
    description: 'refunds handles CASE.DELETED',
    providerStates: [{ name: providerStates.userKind, params: { kind: 'customEntity' } }],
  });
  const both = ['performedBy.user', 'performedBy.user.customEntity', 'performedBy.user.userArn'];
  const users = [entity, ...interactionsOfRow({ 'CASE.DELETED': both })].map(({ example }) =>
    Object.keys((example as { detail: { performedBy: { user: object } } }).detail.performedBy.user),
  );
  expect(users).toEqual([['customEntity'], ['userArn'], ['customEntity']]);
});

test('all fields as one read pin that there is one', () => {
  expect(only({ 'CASE.CREATED': ['case.fields'] }).providerStates).toEqual([
    { name: providerStates.anyField, params: {} },
  ]);
});

test('the same reads in another order are the same interaction', () => {
  const paths = ['case.fields.title', 'case.caseId', 'performedBy.user', 'case.fields.goodwill'];
  expect(only({ 'CASE.CREATED': paths })).toEqual(only({ 'CASE.CREATED': [...paths].reverse() }));
});
