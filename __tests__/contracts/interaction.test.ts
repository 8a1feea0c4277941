import type { Contract } from '../../contracts/contract.ts';
import { contractsFor } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { buildInteractions, type Interaction } from '../../contracts/interaction.ts';
import { anyKeys, byType, exactly, type Json, keysAmong, oneOrMore, spelled } from '../../contracts/matchers.ts';
import { providerStates } from '../../contracts/providerStates.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { optionalContentMembers } from '../../model/event/contentPaths.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';

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

const { feedback, refundAmount } = exampleDomain.fields;
const caseId = '689b0bea-aa29-4340-896d-4ca3ce9b6226';
const user = {
  userArn:
    'arn:aws:connect:us-east-1:111122223333:instance/5f2c8a0d-3b1e-4c6f-9a7b-8e4d2c1f0a96/user/e0f7b6a5-4d3c-4b2a-9180-7f6e5d4c3b2a',
};
const envelope = { source: exactly('aws.cases'), 'detail-type': exactly('Amazon Connect Cases Change') };
const itemCreated = spelled('RELATED_ITEM.CREATED', ['RELATED_ITEM.CREATED', 'CASE.RELATED_ITEM.CREATED']);
const everyItemIgnored = Object.fromEntries(relatedItemTypes.map((type) => [type, ignored]));

function anyMember(value: Json): Json {
  return keysAmong(value, ['stringValue', 'doubleValue', 'booleanValue', 'userArnValue', 'emptyValue']);
}

test('a contract that ignores its events has no interaction', () => {
  expect(interactionsOfRow({})).toEqual([]);
});

test('the body is the sample reduced to the reads and the members that identify the event', () => {
  const example = {
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
  };
  expect(only({ 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'changedFieldIds', '$.time'] })).toEqual({
    description: 'refunds handles CASE.UPDATED',
    example,
    contents: byType({
      ...example,
      ...envelope,
      detail: {
        ...example.detail,
        eventType: exactly('CASE.UPDATED'),
        changedFieldIds: oneOrMore(example.detail.changedFieldIds),
      },
    }),
    providerStates: [{ name: providerStates.field, params: { fieldId: refundAmount.id, member: 'doubleValue' } }],
  });
});

test('a list row of related items is one interaction, a Comment', () => {
  const { example, providerStates: states } = only({ 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] });
  expect(example).toMatchObject({ detail: { relatedItem: { relatedItemType: 'Comment' } } });
  expect(states).toEqual([]);
});

test.each<[string, object, object]>([
  [
    'a list row of a changed item: both spellings of its type and of the event type',
    { 'RELATED_ITEM.UPDATED': ['relatedItem.caseId', 'changedAttributes'] },
    {
      eventType: spelled('RELATED_ITEM.UPDATED', ['RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.UPDATED']),
      relatedItem: { relatedItemType: spelled('Comment', ['Comment', 'comment']), caseId },
      changedAttributes: oneOrMore(['comment.commentText']),
    },
  ],
  [
    'otherwise: the first type without a row',
    { 'RELATED_ITEM.CREATED': { Comment: ignored, otherwise: ['relatedItem.caseId'] } },
    { eventType: itemCreated, relatedItem: { relatedItemType: spelled('Contact', ['Contact', 'contact']), caseId } },
  ],
  [
    'otherwise, if rows name all types: an unknown type, of any name',
    { 'RELATED_ITEM.CREATED': { ...everyItemIgnored, otherwise: ['relatedItem.caseId'] } },
    { eventType: itemCreated, relatedItem: { relatedItemType: 'Survey', caseId } },
  ],
  [
    'the fields of a Custom item: one or more, of any type',
    { 'RELATED_ITEM.CREATED': { Custom: ['relatedItem.custom.fields'], otherwise: ignored } },
    {
      eventType: itemCreated,
      relatedItem: {
        relatedItemType: spelled('Custom', ['Custom', 'custom']),
        custom: {
          fields: oneOrMore([
            { id: feedback.id, value: anyMember({ stringValue: "Customer didn't receive the product" }) },
            { id: refundAmount.id, value: { doubleValue: 5 } },
          ]),
        },
      },
    },
  ],
  [
    'the target values of an SLA: one or more, of any type',
    {
      'RELATED_ITEM.CREATED': { Sla: ['relatedItem.sla.slaConfiguration.targetFieldValues'], otherwise: ignored },
    },
    {
      eventType: itemCreated,
      relatedItem: {
        relatedItemType: spelled('Sla', ['Sla', 'sla']),
        sla: { slaConfiguration: { targetFieldValues: oneOrMore([anyMember({ stringValue: 'closed' })]) } },
      },
    },
  ],
  [
    'a whole value, without its optional members',
    { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment'], otherwise: ignored } },
    {
      eventType: itemCreated,
      relatedItem: {
        relatedItemType: spelled('Comment', ['Comment', 'comment']),
        comment: { body: 'Gave a $5 refund to customer to make them happy' },
      },
    },
  ],
  [
    'all fields as one read: any ids, and values of any type',
    { 'CASE.UPDATED': ['case.fields'] },
    {
      eventType: exactly('CASE.UPDATED'),
      case: { fields: anyKeys({ status: { value: anyMember({ stringValue: 'open' }) } }) },
    },
  ],
  [
    'all fields and one of them: that one',
    { 'CASE.UPDATED': ['case.fields', 'case.fields.status'] },
    { eventType: exactly('CASE.UPDATED'), case: { fields: { status: { value: { stringValue: 'open' } } } } },
  ],
  [
    'a user of any kind',
    { 'CASE.UPDATED': ['performedBy.user'] },
    { eventType: exactly('CASE.UPDATED'), performedBy: { user: keysAmong(user, ['userArn', 'customEntity']) } },
  ],
  [
    'a user of one kind beside another read',
    { 'CASE.DELETED': ['case.caseId', 'performedBy.user.userArn'] },
    { eventType: exactly('CASE.DELETED'), case: { caseId }, performedBy: { user } },
  ],
  [
    'a user of one kind',
    { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    { eventType: exactly('CASE.UPDATED'), performedBy: { user } },
  ],
])('the matchers of %s', (_, row, detail) => {
  expect(only(row).contents).toEqual(byType({ ...envelope, detail: detail as Json }));
});

test('states fix the content of an item and its optional members', () => {
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

test('states fix who made the change by kind, and a contract that reads both kinds has an interaction for each', () => {
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

test('a read of the user as a whole takes the kind of the other reads, because no event has both', () => {
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

test('a read of all fields and of one field fixes that field only', () => {
  expect(only({ 'CASE.CREATED': ['case.fields', 'case.fields.status'] }).providerStates).toEqual([
    { name: providerStates.field, params: { fieldId: 'status', member: 'stringValue' } },
  ]);
});

test('a read of all fields fixes that there is at least one field', () => {
  expect(only({ 'CASE.CREATED': ['case.fields'] }).providerStates).toEqual([
    { name: providerStates.anyField, params: {} },
  ]);
});

test('the order of reads does not change the interaction', () => {
  const paths = ['case.fields.title', 'case.caseId', 'performedBy.user', 'case.fields.goodwill'];
  expect(only({ 'CASE.CREATED': paths })).toEqual(only({ 'CASE.CREATED': [...paths].reverse() }));
});
