import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { findConnection } from '../../../../src/harness/transports/connection.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { contracts, decoded, reporting } from './correct.ts';
import { caseIdOf, ownWorld, rows } from './faulty.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

async function violationOf(handler: Handler, options: Partial<DeliveryOptions> = {}): Promise<DeliveryViolation> {
  const given = { ...ownWorld, timeout: 50, ...options };
  const error = await verifyDelivery(contracts, handler, given).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryViolation);
  return error;
}

async function messageOf(handler: Handler): Promise<string> {
  return (await violationOf(handler)).message;
}

/** Handles the sample, and fails on every event without a maker. */
const needsUser = ({ detail }: Any): string => detail.performedBy.user.userArn;

const needsIt: readonly (readonly [string, Handler])[] = [
  ['a rule', needsUser],
  ['a rule, by Lambda', viaLambda(needsUser)],
  [
    'a queue',
    viaSqs(async ({ Records }: Any) => {
      for (const { body } of Records) needsUser(JSON.parse(body));
    }),
  ],
  [
    'a data stream',
    viaKinesis(async ({ Records }: Any) => {
      for (const { kinesis } of Records) needsUser(decoded(kinesis.data));
    }),
  ],
  [
    'a delivery stream',
    viaFirehose(async ({ records }: Any) => {
      for (const { data } of records) needsUser(decoded(data));
      return { records: records.map(({ recordId }: Any) => ({ recordId, result: 'Ok', data: '' })) };
    }),
  ],
];

test.each(needsIt)(
  'behind %s the report on an event that always fails shows its difference and the error',
  async (_, handler) => {
    const message = await messageOf(handler);
    expect(message).toMatch(/though nothing went wrong with (the|its) delivery\.\n/);
    expect(message).toMatch(
      /\nAll that differs from the sample \(\d\)\n {2}detail\.performedBy\.user: \{"userArn":.* → absent\n/,
    );
    expect(message).toMatch(
      /\nWhat the handler did\n {2}.*\.\n {2}TypeError: Cannot read properties of undefined \(reading 'userArn'\)\n {2}in needsUser \(.*cleanFailures\.test\.ts:\d+:\d+\)\n/,
    );
  },
);

test.each(needsIt)('behind %s the replay line calls the function in the way of the test', async (_, handler) => {
  const { code } = findConnection(handler) ?? { code: 'handler' };
  expect(await messageOf(handler)).toContain(`\n  verifyDelivery(contracts, ${code}, { …, seed: 0, path: '`);
});

test('the replay line includes the batch size, which affects the path', async () => {
  const handler = viaSqs(
    async ({ Records }: Any) => {
      for (const { body } of Records) needsUser(JSON.parse(body));
    },
    { batchSize: 3 },
  );
  expect(await messageOf(handler)).toContain(
    "\n  verifyDelivery(contracts, viaSqs(handler, { batchSize: 3 }), { …, seed: 0, path: '",
  );
});

test('a report in an undocumented form causes an error that says so', async () => {
  const report = reporting(needsUser);
  const handler = async (event: Any) => (await report(event)).batchItemFailures;
  expect(await messageOf(viaSqs(handler))).toMatch(
    /^refunds: the transport rejects the answer of the function: the answer is a list with itemIdentifier: AWS does not say whether Lambda counts the batch as done or as failed, but it does not retry single records; allowed: \{ batchItemFailures: /,
  );
});

test('a function that reports a record without an error gets a note that there is none to show', async () => {
  const message = await messageOf(viaSqs(reporting(needsUser)));
  expect(message).toContain('\nAll that differs from the sample (');
  expect(message).toContain('  detail.performedBy.user: {');
  expect(message).toContain(
    'What the handler did\n  The event is set aside after its last attempt.\n  The function reported it, but no error is known: log the error where the function reports it.\n',
  );
});

test('no other reason is given if the sample itself fails', async () => {
  const message = await messageOf((event: Any) => event.detail.relatedItem === undefined && event.nothing.there);
  expect(message).toContain('\nThe event is the sample itself\n');
});

test('the report shows the failing one of several events', async () => {
  const message = await messageOf(({ detail }: Any) => {
    if (detail.eventType === 'RELATED_ITEM.CREATED' && detail.relatedItem.relatedItemType !== 'Comment') return;
    if (detail.eventType === 'RELATED_ITEM.CREATED') throw new Error('no comments');
  });
  expect(message).toMatch(
    /\nThe event of RELATED_ITEM\.CREATED, changed \S+ is the sample itself\n {2}nothing differs: .*\n {2}to see it: .*\n\nWhat the handler did\n {2}Its first failure counts: verifyDelivery plays the retries of Lambda if you wrap the handler in viaLambda\.\n {2}Error: no comments\n/,
  );
});

test('a hanging or late failure is reported in the same way', async () => {
  const hung = await messageOf(({ detail }: Any) =>
    detail.performedBy.user === undefined ? new Promise(() => {}) : 1,
  );
  expect(hung).toContain('  detail.performedBy.user: {');
  const late = await messageOf(async (event: Any) => void Promise.resolve(event).then(needsUser));
  expect(late).toContain('  detail.performedBy.user: {');
  expect(late).toContain('What the handler did\n  A promise was not awaited: it was rejected after');
});

test('behind a topic the report says what a topic does', async () => {
  const message = await messageOf(
    viaSns(async ({ Records }: Any) => {
      for (const { Sns } of Records) needsUser(JSON.parse(Sns.Message));
    }),
  );
  expect(message).toContain('\n  a topic invokes the function asynchronously: Lambda queues its messages, ');
  expect(message).not.toContain('EventBridge');
});

test('the list of a longer delivery says how many events no longer came', async () => {
  const { message, history } = await violationOf(
    () => {
      throw new Error('always');
    },
    { seed: 0, path: '3' },
  );
  expect(history.length).toBeGreaterThan(2);
  expect(message).toContain(`\nThe delivery (${history.length} events)\n  1. CASE.CREATED`);
  expect(message).toContain(
    `: Error: always\n  and ${history.length - 1} more, which did not come: the failure ended the delivery\n`,
  );
});

test('a lost event is in the list of the delivery', async () => {
  const { message, history } = await violationOf(
    ({ detail }: Any) => {
      if (detail.eventType === 'CASE.UPDATED' && !rows.has(caseIdOf({ detail }))) throw new Error('of what?');
      rows.set(caseIdOf({ detail }), true);
    },
    { tolerates: ['loss'] },
  );
  expect(history.map(({ detail }) => detail.eventType)).toEqual(['CASE.CREATED', 'CASE.UPDATED']);
  expect(message).toMatch(
    /\nThe delivery \(2 events\)\n {2}1\. CASE\.UPDATED, changed \S+: Error: of what\?\n {2}lost: CASE\.CREATED, changed \S+\n\n/,
  );
});

test.each<[string, (handler: Handler) => Handler, number]>([
  ['counts at once for a function alone', (handler) => handler, 1],
  ['is retried twice by viaLambda', viaLambda, 3],
])('a failure %s, as its report says', async (_, wrapped, attempts) => {
  const message = await messageOf(
    wrapped(() => {
      throw new Error('always');
    }),
  );
  expect(message.includes('\n     and so 2 times more\n')).toBe(attempts === 3);
  expect(message.includes('Its first failure counts: ')).toBe(attempts === 1);
  expect(message).toContain('EventBridge invokes the function asynchronously: a function that fails');
});
