import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../src/harness/transports/lambda.ts';
import { viaSns } from '../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../src/harness/transports/sqs.ts';
import { verify } from '../../src/harness/verify.ts';
import { decodeBase64 } from '../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { contractsOf } from './contractsOf.ts';
import { correctHandlers } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const decoded = (data: string): Any => JSON.parse(decodeBase64(data));

/** Makes a handler of events a Lambda function behind each transport; some have their own memory of messages. */
const behind: Readonly<Record<string, (handler: (event: Any, context: Any) => unknown) => Handler>> = {
  viaLambda: (handler) => viaLambda(handler),
  viaSqs: (handler) =>
    viaSqs(async ({ Records }: Any, context: Any) => {
      const batchItemFailures = [];
      for (const { messageId, body } of Records) {
        try {
          await handler(JSON.parse(body), context);
        } catch {
          batchItemFailures.push({ itemIdentifier: messageId });
        }
      }
      return { batchItemFailures };
    }),
  viaSns: (handler) =>
    viaSns(async ({ Records }: Any, context: Any) => {
      await Promise.all(Records.map(({ Sns }: Any) => handler(JSON.parse(Sns.Message), context)));
    }),
  viaSnsToSqs: (handler) => {
    const seen = new Set<string>();
    return viaSnsToSqs(async (batch: Any, context: Any) => {
      console.log(JSON.stringify(batch).length);
      for (const record of structuredClone(JSON.parse(JSON.stringify(batch))).Records) {
        if (seen.has(record.messageId)) continue;
        seen.add(record.messageId);
        await handler(JSON.parse(JSON.parse(record.body).Message), context);
      }
    });
  },
  viaKinesis: (handler) =>
    viaKinesis(async ({ Records }: Any, context: Any) => {
      for await (const { kinesis } of Records) await handler(decoded(kinesis.data), context);
    }),
  viaFirehose: (handler) =>
    viaFirehose(async ({ records, ...rest }: Any, context: Any) => ({
      ...rest,
      records: await Promise.all(
        records.map(async ({ recordId, data }: Any) => {
          await handler(decoded(data), context);
          return { recordId, data, result: 'Ok' };
        }),
      ),
    })),
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const returning = correctHandlers.filter(({ handler }) => handler.length < 3);

describe.each(Object.entries(behind))('%s: every correct handler passes without a warning:', (_, via) => {
  test.each(returning.map((correct) => [correct.name, correct] as const))('%s', async (_, { reads, handler }) => {
    for (const contract of contractsOf(reads).filter(({ reads }) => reads.length > 0)) {
      await verify(contract, via(handler as never), { runs: 0 });
    }
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});
