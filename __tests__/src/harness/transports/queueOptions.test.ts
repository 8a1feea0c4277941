import type { KinesisStreamEvent, SQSEvent } from 'aws-lambda';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { decodeBase64 } from '../../../helpers/decodeBase64.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { all, contracts, reporting, take, world } from '../delivery/correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const [contract] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });

/** Reports a case without user, which it cannot handle. */
const readsUser = reporting(({ detail }) => detail.performedBy.user.userArn);

const ignored = 'Lambda ignores the answer, because the event source mapping has no ReportBatchItemFailures';
const remedy = 'Add it to FunctionResponseTypes, or throw the error';

describe('a mapping without ReportBatchItemFailures', () => {
  test('makes a report of verify a lost record', async () => {
    const handler = viaSqs(readsUser, { reportBatchItemFailures: false });
    const { message } = await rejection(verify(contract as never, handler, { runs: 5 }));
    expect(message).toContain(
      `Through viaSqs: ${ignored}: the records that it reports as failed count as done, and are lost. ${remedy}: { batchItemFailures: [ { itemIdentifier:`,
    );
  });

  test.each([
    ['a queue', viaSqs(reporting(take), { reportBatchItemFailures: false })],
    ['a topic before a queue', viaSnsToSqs(reporting(take), { raw: true, reportBatchItemFailures: false })],
    ['a stream', viaKinesis(reportingStream, { reportBatchItemFailures: false })],
  ])('makes a report of a poisoned record fail behind %s', async (_, handler) => {
    const { message } = await rejection(verifyDelivery(contracts, handler as Handler, all));
    expect(message.split('\n')[0]).toContain(
      `refunds: ${ignored}: the records that it reports as failed count as done`,
    );
    expect(message).toContain(
      'without ReportBatchItemFailures in the FunctionResponseTypes of its event source mapping, Lambda ignores batchItemFailures: the whole batch counts as done, unless the function throws (documented)',
    );
  });

  test('does no harm to a function that throws: the whole batch comes again', async () => {
    const throwing = async ({ Records }: SQSEvent): Promise<void> => {
      for (const { body } of Records) await take(JSON.parse(body));
    };
    await verifyDelivery(contracts, viaSqs(throwing, { reportBatchItemFailures: false }), world);
  });

  test('causes one warning if the function answers reports, but none fails', async () => {
    await verifyDelivery(contracts, viaSqs(reporting(take), { reportBatchItemFailures: false }), world);
    expect(warnings.filter((warning) => warning.includes('batchItemFailures'))).toEqual([
      `Through viaSqs: the function answers batchItemFailures. ${ignored}: a record that it reports there is lost. ${remedy}.\n`,
    ]);
  });
});

async function reportingStream({ Records }: KinesisStreamEvent): Promise<object> {
  for (const { kinesis } of Records) {
    try {
      take(JSON.parse(decodeBase64(kinesis.data)));
    } catch {
      return { batchItemFailures: [{ itemIdentifier: kinesis.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

describe('a stream whose mapping splits a failing batch', () => {
  const throwing = async ({ Records }: KinesisStreamEvent): Promise<void> => {
    for (const { kinesis } of Records) await take(JSON.parse(decodeBase64(kinesis.data)));
  };
  const poisoned = { ...world, tolerates: ['poison'] as const };

  test('sets a poisoned record aside alone', async () => {
    await verifyDelivery(contracts, viaKinesis(throwing, { batchSize: 8, bisectBatchOnFunctionError: true }), poisoned);
  });

  test('loses its neighbours if it does not split', async () => {
    const { message } = await rejection(verifyDelivery(contracts, viaKinesis(throwing, { batchSize: 8 }), poisoned));
    expect(message).toContain('refunds: one poisoned record blocks its batch, and an event is given up.');
  });
});

test('a message comes maxReceiveCount times', async () => {
  const counts: string[] = [];
  const failing = reporting(() => {
    throw new Error('the store is down');
  });
  const counting = async (event: SQSEvent): Promise<Any> => {
    counts.push(...event.Records.map(({ attributes }) => attributes.ApproximateReceiveCount));
    return failing(event);
  };
  const handler = viaSqs(counting, { batchSize: 1, maxReceiveCount: 2 });
  const { message } = await rejection(verifyDelivery(contracts, handler, world));
  expect(message).toContain('an event is given up');
  expect(new Set(counts)).toEqual(new Set(['1', '2']));
  expect(message).toContain('viaSqs(handler, { batchSize: 1, maxReceiveCount: 2 })');
});

test('wrong values are refused', () => {
  const handler = async (): Promise<void> => undefined;
  expect(refusal(() => viaSqs(handler, { maxReceiveCount: 0 }))).toBe(
    'options.maxReceiveCount is 0; allowed: a whole number from 1 to 1,000. This is the limit of a redrive policy.',
  );
  expect(refusal(() => viaSnsToSqs(handler, { maxReceiveCount: 1001 }))).toBe(
    'options.maxReceiveCount is 1001; allowed: a whole number from 1 to 1,000. This is the limit of a redrive policy.',
  );
  expect(refusal(() => viaKinesis(handler, { reportBatchItemFailures: 'no' } as never))).toBe(
    'options.reportBatchItemFailures is "no"; allowed: true or false.',
  );
  expect(refusal(() => viaKinesis(handler, { maxReceiveCount: 3 } as never))).toContain(
    'the option name in options is "maxReceiveCount"; allowed: "batchSize", "reportBatchItemFailures", "bisectBatchOnFunctionError"',
  );
});
