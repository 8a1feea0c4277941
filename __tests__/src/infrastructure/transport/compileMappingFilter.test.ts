import { kinesis } from '../../../../src/harness/transports/kinesis.ts';
import type { Message } from '../../../../src/harness/transports/message.ts';
import { snsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { sqs } from '../../../../src/harness/transports/sqs.ts';
import type { Transport } from '../../../../src/harness/transports/transport.ts';
import { compileMappingFilter } from '../../../../src/infrastructure/transport/compileMappingFilter.ts';
import { compileSubscriptionFilter } from '../../../../src/infrastructure/transport/compileSubscriptionFilter.ts';
import { refusal } from '../../../helpers/refusal.ts';

function messageOf(body: string): Message {
  return {
    body,
    seed: 'e-1',
    sentAt: 0,
    sequence: 0,
    receiveCount: 1,
    account: '444455556666',
    region: 'eu-central-1',
  };
}
const updated = messageOf('{"detail":{"eventType":"CASE.UPDATED"}}');
const other = messageOf('{"detail":{"eventType":"CASE.CREATED"}}');
const namePlace = (index: number): string => `M.Filters[${index}]`;
const policyName = 'S.FilterPolicy';
const pattern = (key: string): string => JSON.stringify({ [key]: { detail: { eventType: ['CASE.UPDATED'] } } });

test.each<[string, Transport, string]>([
  ['body of a queue', sqs, 'body'],
  ['data of a stream', kinesis, 'data'],
])('a filter looks at the %s, parsed as JSON', (_, transport, key) => {
  const { admits } = compileMappingFilter([pattern(key)], transport, namePlace);
  expect([updated, other, messageOf('not JSON'), messageOf('')].map(admits)).toEqual([true, false, false, false]);
});

test('one of several filters suffices', () => {
  const { admits } = compileMappingFilter([pattern('body'), '{"body":["plain"]}'], sqs, namePlace);
  expect([updated, messageOf('plain'), other].map(admits)).toEqual([true, true, false]);
});

test('a filter may look at other members of a record', () => {
  expect(compileMappingFilter(['{"partitionKey":["e-1"]}'], kinesis, namePlace).admits(updated)).toBe(true);
  expect(
    compileMappingFilter(['{"attributes":{"ApproximateReceiveCount":["1"]}}'], sqs, namePlace).admits(updated),
  ).toBe(true);
});

test("a filter does not look into the message of a topic's notification, which is a text", () => {
  const within = '{"body":{"Message":{"detail":{"eventType":["CASE.UPDATED"]}}}}';
  expect(compileMappingFilter([within], snsToSqs, namePlace).admits(updated)).toBe(false);
  expect(compileMappingFilter(['{"body":{"Type":["Notification"]}}'], snsToSqs, namePlace).admits(updated)).toBe(true);
});

test('a pattern that AWS refuses is named with its place', () => {
  expect(refusal(() => compileMappingFilter([pattern('body'), '{"body":"x"}'], sqs, namePlace))).toBe(
    'M.Filters[1].body is "x"; allowed: a list or an object. AWS says: each leaf of an event pattern is a list of strings, numbers, true, false, null and operators: one of them suffices, and every leaf must match. Write the value in a list.',
  );
});

test('a filter policy looks at the message only with the scope MessageBody', () => {
  const policy = { detail: { eventType: ['CASE.UPDATED'] } };
  const inBody = compileSubscriptionFilter(policy, 'MessageBody', policyName).admits;
  expect([updated, other, messageOf('not JSON')].map(inBody)).toEqual([true, false, false]);
  expect(compileSubscriptionFilter(policy, 'MessageAttributes', policyName).admits(updated)).toBe(false);
  expect(
    compileSubscriptionFilter({ kind: [{ exists: false }] }, 'MessageAttributes', policyName).admits(updated),
  ).toBe(true);
});
