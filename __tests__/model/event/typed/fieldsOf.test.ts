import { fixture } from '../../../../arbitraries/fixture.ts';
import { defineDomain } from '../../../../model/domain/domain.ts';
import type { CaseFields, CaseUpdatedEvent } from '../../../../model/event/casesEvent.ts';
import { fieldsOf } from '../../../../model/event/typed/fieldsOf.ts';
import { refusal } from '../../../helpers/refusal.ts';

const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: 'd',
  fields: {
    refundAmount: { id: '1c7b3e4f', type: 'Number' },
    done: { id: '2d', type: 'Boolean' },
    dueDate: { id: '3e', type: 'DateTime' },
    priority: { id: '4f', type: 'SingleSelect', options: ['low', 'urgent'] },
    approver: { id: '5a', type: 'User' },
    constructed: { id: 'constructor', type: 'Text' },
    internalNote: { id: '6b', type: 'Text' },
  },
  includedData: {
    fields: ['status', 'refundAmount', 'done', 'dueDate', 'priority', 'approver', 'constructed', 'created_by'],
  },
});

type Any = ReturnType<typeof JSON.parse>;

function updated(fields?: CaseFields): CaseUpdatedEvent {
  const event = fixture('CASE.UPDATED', { domain });
  const { fields: _, ...bare } = event.detail.case;
  return { ...event, detail: { ...event.detail, case: fields === undefined ? bare : { ...bare, fields } } };
}

test('values have the names of the domain, without their members', () => {
  const named = fieldsOf(
    updated({
      status: { value: { stringValue: 'open' } },
      '1c7b3e4f': { value: { doubleValue: 0 } },
      '2d': { value: { booleanValue: false } },
      '3e': { value: { stringValue: '2022-03-16T23:20:00Z' } },
      '4f': { value: { stringValue: 'urgent' } },
      '5a': { value: { userArnValue: 'arn' } },
      created_by: { value: { stringValue: 'another reading' } },
    }),
    domain,
  );
  expect(named).toEqual({
    status: 'open',
    refundAmount: 0,
    done: false,
    dueDate: '2022-03-16T23:20:00Z',
    priority: 'urgent',
    approver: 'arn',
    created_by: 'another reading',
  });
  named.refundAmount satisfies number | undefined;
  named.done satisfies boolean | undefined;
  named.status satisfies string | undefined;
  // @ts-expect-error a field may be absent
  void ((): number => named.refundAmount);
  // @ts-expect-error the domain does not include this field
  expect(named.internalNote).toBeUndefined();
});

test('every included field is listed, and is undefined without a value', () => {
  for (const event of [updated(), updated({}), updated({ '1c7b3e4f': { value: { emptyValue: {} } } })]) {
    const named = fieldsOf(event, domain);
    expect(Object.keys(named)).toEqual(domain.includedData.fields);
    expect(Object.values(named)).toEqual(domain.includedData.fields.map(() => undefined));
  }
});

test('fields that the domain does not include are left out', () => {
  const named = fieldsOf(
    updated({ unknown: { value: { stringValue: 'new' } }, '6b': { value: { stringValue: 'x' } } }),
    domain,
  );
  expect(JSON.stringify(named)).toBe('{}');
});

test('each field is read only with its name', () => {
  const read: string[] = [];
  const fields = new Proxy(
    { status: { value: { stringValue: 'open' } }, '1c7b3e4f': { value: { doubleValue: 5 } } },
    {
      get(target, key) {
        read.push(String(key));
        return Reflect.get(target, key);
      },
    },
  );
  const { refundAmount } = fieldsOf({ detail: { case: { fields } } }, domain);
  expect([refundAmount, read]).toEqual([5, ['1c7b3e4f']]);
});

test('a value that does not fit the type in the domain is refused, without the value', () => {
  const named = fieldsOf(updated({ '1c7b3e4f': { value: { stringValue: 'secret' } } }), domain);
  expect(named.status).toBeUndefined();
  expect(refusal(() => named.refundAmount)).toBe(
    'event.detail.case.fields["1c7b3e4f"].value is an object with "stringValue"; allowed: an object with "doubleValue". In the domain the field refundAmount has the type Number. Correct its type in defineDomain, or the event.',
  );
  const bare = fieldsOf({ detail: { case: { fields: { '1c7b3e4f': 5 } } } }, domain);
  expect(refusal(() => bare.refundAmount)).toContain('.value is undefined; allowed: an object with "doubleValue".');
});

const item = fixture('RELATED_ITEM.DELETED', { domain });

test.each<[string, unknown, string]>([
  [
    'an event of a related item',
    item,
    'event is an event of type CASE.RELATED_ITEM.DELETED; allowed: a case event: an object whose detail.case holds the fields by id. Events of related items carry no fields of their case. Guard it: if (event.detail.case !== undefined) ….',
  ],
  ['the detail', updated().detail, 'Give the whole event: fieldsOf(event, domain).'],
  ['a text', '{}', 'Parse it first: fieldsOf(JSON.parse(text), domain).'],
  ['a batch of a queue', { Records: [{}] }, 'event is a batch of 1; '],
  ['a call recorded by CloudTrail', { detail: { eventType: 'AwsApiCall' } }, 'event is an event without detail.case; '],
  ['the answer of the API', { detail: { case: { fields: [] } } }, 'The API answers lists, but events have a map.'],
  ['nothing', undefined, 'event is undefined; allowed: a case event'],
])('%s is refused', (_, event, words) => {
  expect(refusal(() => fieldsOf(event as Any, domain))).toContain(words);
});

test('a value that is no domain is refused', () => {
  expect(refusal(() => fieldsOf(updated(), {} as Any))).toContain('region is undefined');
});
