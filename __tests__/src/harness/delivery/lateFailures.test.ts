import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts, decoded, take } from './correct.ts';
import { ownWorld, rows } from './faulty.ts';

type Any = ReturnType<typeof JSON.parse>;
type Work = (read: () => Any) => unknown;

inEmptyDirectories();

async function errorOf(handler: Handler, options: Partial<DeliveryOptions>): Promise<Error> {
  return rejection(verifyDelivery(contracts, handler, { ...ownWorld, runs: 30, ...options }));
}

const transports: readonly (readonly [string, (work: Work) => Handler])[] = [
  ['a rule', (work) => async (event: Any) => void work(() => event)],
  ['a rule, by Lambda', (work) => viaLambda(async (event: Any) => void work(() => event))],
  [
    'a queue',
    (work) => viaSqs(async ({ Records }: Any) => void Records.map(({ body }: Any) => work(() => JSON.parse(body)))),
  ],
  [
    'a topic before a queue',
    (work) =>
      viaSnsToSqs(async ({ Records }: Any) => {
        for (const { body } of Records) work(() => JSON.parse(JSON.parse(body).Message));
      }),
  ],
  [
    'a topic',
    (work) =>
      viaSns(async ({ Records }: Any) => void Records.map(({ Sns }: Any) => work(() => JSON.parse(Sns.Message)))),
  ],
  [
    'a data stream',
    (work) =>
      viaKinesis(async ({ Records }: Any) => void Records.map(({ kinesis }: Any) => work(() => decoded(kinesis.data)))),
  ],
  [
    'a delivery stream',
    (work) =>
      viaFirehose(async ({ records }: Any) => {
        for (const { data } of records) work(() => decoded(data));
        return { records: records.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })) };
      }),
  ],
];

const promise: Work = async (read) => {
  await null;
  take(read());
};

const ways: readonly (readonly [string, Work, string, string])[] = [
  [
    'a promise that is not awaited',
    promise,
    'a promise was not awaited: the handler fails after it has answered',
    'A promise was not awaited: it was rejected after the handler had returned.',
  ],
  ...[
    ['a turn of the event loop', (read: () => Any) => setImmediate(() => take(read()))] as const,
    ['a microtask', (read: () => Any) => queueMicrotask(() => take(read()))] as const,
  ].map(
    ([name, work]: readonly [string, Work]) =>
      [
        name,
        work,
        'a callback that nobody waited for failed: the handler fails after it has answered',
        'A callback failed after the handler had returned.',
      ] as const,
  ),
];

describe.each(transports)('behind %s', (_, handlerWith) => {
  test.each(ways)('%s is reported as the cause, beside a poisoned record', async (__, work, says, did) => {
    const error = await errorOf(handlerWith(work), { tolerates: ['poison'] });
    expect(error).toBeInstanceOf(DeliveryViolation);
    expect(error.message.split('\n')[0]).toBe(`refunds: ${says}, beside a poisoned record.`);
    expect(error.message).toMatch(
      new RegExp(`What the handler did\\n {2}${did}\\n {2}\\w*Error: .*\\n {2}in .*\\.ts:\\d+:\\d+\\)?\\n`),
    );
    expect(error.message).toContain('Lambda freezes a function after its answer');
    expect(String(error.cause)).toMatch(/^\w*Error: ./);
    expect(error.message).toContain(`\n  ${error.cause}\n`);
    expect(error.message).not.toContain('given up');
  });
});

test.each<[string, (event: Any) => void, Partial<DeliveryOptions>]>([
  [
    'though nothing went wrong with the delivery',
    ({ detail }) => {
      if (detail.eventType === 'CASE.UPDATED') throw new Error('no updates');
    },
    {},
  ],
  [
    'when an event comes again',
    ({ id }) => {
      if (rows.has(id)) throw new Error('UNIQUE constraint failed');
      rows.set(id, true);
    },
    {},
  ],
])('without poison the report says when it happens: %s', async (says, work, options) => {
  const handler = viaSqs(async ({ Records }: Any) => {
    for (const { body } of Records) void Promise.resolve(JSON.parse(body)).then(work);
  });
  const { message } = await errorOf(handler, { tolerates: ['duplicates'], ...options });
  expect(message.split('\n')[0]).toBe(
    `refunds: a promise was not awaited: the handler fails after it has answered, ${says}.`,
  );
});

test('an error during the check of a call names the input of that call', async () => {
  let failNow = (): void => undefined;
  const handler = viaSqs(async ({ Records }: Any) => {
    failNow();
    const nextCall = new Promise<void>((resolve) => {
      failNow = resolve;
    });
    for (const { body } of Records) void nextCall.then(() => JSON.parse(body));
  });
  const { message, cause } = await errorOf(handler, { tolerates: ['poison'], runs: 3 });
  expect(message).toMatch(
    /^refunds: a promise was not awaited: the handler fails \d+ ms after it was called with .*a record that is not JSON.*\. See the cause\.$/,
  );
  expect(cause).toMatchObject({ name: 'SyntaxError' });
});

test.each(['reset', 'observe'] as const)('work that %s does not await is reported as its own', async (hook) => {
  const call = (): unknown => {
    void Promise.reject(new Error('no database'));
    return ownWorld[hook]();
  };
  const { message, cause } = await errorOf(async (event: Any) => take(event), { [hook]: call, runs: 2 });
  expect(message).toBe(
    `refunds: options.${hook} started work that failed after it had settled: a promise that it did not await, or a callback. Let it await all that it starts. See the cause.`,
  );
  expect(cause).toMatchObject({ message: 'no database' });
});
