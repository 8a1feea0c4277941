import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSEvent } from 'aws-lambda';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { listErrorChain } from '../../../../src/harness/failure/listErrorChain.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

inEmptyDirectories();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] });
const contract = contracts.find(({ eventType }) => eventType === 'CASE.UPDATED') as Contract;

/** The consumer's own failure, inside its wrappers. */
function fails(): never {
  throw new TypeError('refund is undefined');
}

function failure(): TypeError {
  try {
    return fails();
  } catch (error) {
    return error as TypeError;
  }
}

/** Throws like installed code: without a frame of the consumer. */
function installed<Of extends Error>(error: Of): Of {
  error.stack = `${error.name}: ${error.message}\n    at run (/srv/node_modules/wrapper/index.js:1:1)`;
  return error;
}

const wrapped: readonly (readonly [string, () => Error, string, string])[] = [
  ['cause', () => new Error('cannot refund', { cause: failure() }), 'Error: cannot refund', ''],
  [
    'cause of a cause',
    () => new Error('outer', { cause: installed(new Error('middle', { cause: failure() })) }),
    'Error: outer',
    '',
  ],
  [
    'errors of an AggregateError',
    () => new AggregateError([failure(), new Error('second'), new Error('third')], 'all failed'),
    'AggregateError: all failed',
    ' (the first of 3)',
  ],
  [
    "recordErrors of Powertools' batch processors",
    () => Object.assign(new Error('All records failed'), { recordErrors: [failure()] }),
    'Error: All records failed',
    '',
  ],
  [
    'originalError of middy',
    () => Object.assign(new Error('onError failed'), { originalError: failure() }),
    'Error: onError failed',
    '',
  ],
  [
    "cause.data of middy's middlewares",
    () => new Error('Failed to resolve internal values', { cause: { package: '@middy/util', data: [failure()] } }),
    'Error: Failed to resolve internal values',
    '',
  ],
];

describe.each(wrapped)('the contents of %s', (_, make, outermost, note) => {
  test('are followed to the innermost error, with its message and line', async () => {
    const error: Error = await verify(
      contract,
      () => {
        throw installed(make());
      },
      { runs: 0 },
    ).catch((thrown) => thrown);
    expect(error.message).toMatch(
      /What the handler did\n {2}(.*)\n {2}caused by (.*)\n {2}in fails \(.*listErrorChain\.test\.ts:20:9\)\n/,
    );
    expect(error.message).toContain(
      `What the handler did\n  ${outermost}\n  caused by TypeError: refund is undefined${note}\n`,
    );
    // A runner shows the line of this frame.
    expect(error.stack?.replace(error.message, '').split('\n')[1]).toMatch(
      /at fails \(.*listErrorChain\.test\.ts:20:9\)$/,
    );
    expect(error.cause).toMatchObject({ message: outermost.split(': ')[1] });
  });
});

test("the report on a failed batch shows the innermost error, with the consumer's line", async () => {
  const processor = new BatchProcessor(EventType.SQS);
  const handler = viaSqs(async (event: SQSEvent, context: never) =>
    processPartialResponse(event, async () => fails(), processor, { context }),
  );
  const alone: Error = await verify(contract, handler, { runs: 0 }).catch((thrown) => thrown);
  expect(alone.message).toMatch(
    /\n {2}FullBatchFailureError: All records failed processing\. See individual errors below\.\n {2}caused by TypeError: refund is undefined\n {2}in fails \(.*listErrorChain\.test\.ts:20:9\)\n/,
  );
  const options = { reset: () => undefined, observe: () => null, runs: 3 };
  const delivered: Error = await verifyDelivery(contracts, handler, options).catch((thrown) => thrown);
  expect(delivered).toBeInstanceOf(DeliveryViolation);
  expect(delivered.message).toContain(': TypeError: refund is undefined (in FullBatchFailureError)\n');
  expect(delivered.stack?.replace(delivered.message, '').split('\n')[1]).toMatch(
    /at fails \(.*listErrorChain\.test\.ts/,
  );
});

test('the search ends for errors in a circle, and for an error that makes a new cause each time', () => {
  const one = new Error('one');
  one.cause = new Error('two', { cause: one });
  expect(listErrorChain(one).map(({ message }) => message)).toEqual(['one', 'two']);
  class Endless extends Error {
    override get cause(): unknown {
      return new Endless('again');
    }
  }
  expect(listErrorChain(new Endless('first'))).toHaveLength(50);
});
