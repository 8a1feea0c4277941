import { Buffer } from 'node:buffer';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type {
  FirehoseTransformationEvent,
  FirehoseTransformationResult,
  KinesisStreamEvent,
  SNSEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { defineDomain } from '../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import type { Lambda } from '../../../../src/harness/lambda/invoke.ts';
import { lambdaRuntime } from '../../../../src/harness/lambda/lambdaRuntime.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { decodeBase64 } from '../../../helpers/decodeBase64.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';

const warnings = inEmptyDirectories();

const [, contract] = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.UPDATED': ['case.caseId', 'performedBy', 'case.fields.title'],
  },
  { domain: exampleDomain },
);

type Any = ReturnType<typeof JSON.parse>;

/** Without a guard: not every change is made by a user. */
const userOf = ({ detail }: Any): string => detail.performedBy.user.userArn;
const titleOf = ({ detail }: Any): string | undefined => detail.case.fields?.title?.value.stringValue;

function decoded(data: string): Any {
  return JSON.parse(decodeBase64(data));
}

/** A Lambda function behind each transport, which does something with each event. */
const around: Readonly<Record<string, (each: (event: Any) => unknown) => Handler>> = {
  viaLambda: (each) => viaLambda(async (event: Any) => void each(event)),
  viaSqs: (each) => viaSqs((event: SQSEvent) => reporting(event, ({ body }) => each(JSON.parse(body)))),
  'viaSqs, fifo': (each) =>
    viaSqs((event: SQSEvent) => reporting(event, ({ body }) => each(JSON.parse(body))), { fifo: true }),
  viaSns: (each) =>
    viaSns(async ({ Records }: SNSEvent) => {
      for (const { Sns } of Records) each(JSON.parse(Sns.Message));
    }),
  viaSnsToSqs: (each) =>
    viaSnsToSqs((event: SQSEvent) => reporting(event, ({ body }) => each(JSON.parse(JSON.parse(body).Message)))),
  'viaSnsToSqs, raw': (each) =>
    viaSnsToSqs((event: SQSEvent) => reporting(event, ({ body }) => each(JSON.parse(body))), { raw: true }),
  viaKinesis: (each) =>
    viaKinesis(async ({ Records }: KinesisStreamEvent) => {
      for (const { kinesis } of Records) each(decoded(kinesis.data));
    }),
  viaFirehose: (each) =>
    viaFirehose(
      async ({ records }: FirehoseTransformationEvent): Promise<FirehoseTransformationResult> => ({
        records: records.map(({ recordId, data }) => {
          try {
            each(decoded(data));
            return { recordId, result: 'Ok', data };
          } catch {
            return { recordId, result: 'ProcessingFailed', data };
          }
        }),
      }),
    ),
};

/** Reports failing records in a partial batch response. */
async function reporting({ Records }: SQSEvent, each: (record: SQSRecord) => unknown): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const record of Records) {
    try {
      each(record);
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

async function failureOf(handler: Handler): Promise<ContractViolation> {
  const failure = await rejection(verify(contract, handler, { runs: 20 }));
  if (!(failure instanceof ContractViolation)) throw failure;
  return failure;
}

const names = Object.keys(around);
const via = (name: string): ((each: (event: Any) => unknown) => Handler) => around[name] as never;

test.each(names)('a correct function passes through %s without a warning', async (name) => {
  await verify(contract, via(name)(titleOf), { runs: 20 });
  expect(warnings).toEqual([]);
});

test.each(names)('a faulty function fails through %s, with the same shortest event', async (name) => {
  const { differences } = await failureOf(via(name)(userOf));
  expect(differences).toEqual([expect.objectContaining({ steps: ['detail', 'performedBy', 'user'] })]);
});

test.each(names)('the replay line of a failure through %s shows the transport', async (name) => {
  const { message } = await failureOf(via(name)(userOf));
  const [own, flag] = name.split(', ');
  const code = flag === undefined ? `${own}(handler)` : `${own}(handler, { ${flag}: true })`;
  expect(message).toContain(`\n  verify(contract, ${code}, { seed: `);
});

test('the replay line includes the options of a transport', async () => {
  const each = async ({ Records }: SQSEvent) => void Records.map(({ body }) => userOf(JSON.parse(body)));
  const written: readonly (readonly [Handler, string])[] = [
    [viaSqs(each, {}), 'viaSqs(handler)'],
    [viaSqs(each, { batchSize: 3, fifo: true }), 'viaSqs(handler, { batchSize: 3, fifo: true })'],
    [viaSnsToSqs(each, { raw: true }), 'viaSnsToSqs(handler, { raw: true })'],
  ];
  for (const [handler, code] of written)
    expect((await failureOf(handler)).message).toContain(`\n  verify(contract, ${code}, { seed: `);
});

test.each(names)('%s delivers events of exactly its largest size', async (name) => {
  const sizes = new Set<number>();
  const note = (event: Any) => void sizes.add(Buffer.byteLength(JSON.stringify(event)));
  await verify(contract, via(name)(note), { runs: 0, ambiguities: 'off' });
  const largest = Math.max(...sizes);
  const isTopic = /Sns/.test(name);
  expect(isTopic ? largest : largest > 262_144).toBe(isTopic ? 262_144 : true);
  expect(sizes.has(largest - 1)).toBe(true);
});

test("Powertools' batch processor passes", async () => {
  const processor = new BatchProcessor(EventType.SQS);
  const handler = (event: SQSEvent, context: Any) =>
    processPartialResponse(event, async ({ body }: SQSRecord) => void titleOf(JSON.parse(body)), processor, {
      context,
    });
  await verify(contract, viaSqs(handler), { runs: 20 });
});

test("failures in a report of Powertools' batch processor are found, though it throws if a whole batch fails", async () => {
  const processor = new BatchProcessor(EventType.SQS);
  const handler = (event: SQSEvent) =>
    processPartialResponse(event, async ({ body }: SQSRecord) => void userOf(JSON.parse(body)), processor);
  const { message } = await failureOf(viaSqs(handler));
  expect(message).toContain('FullBatchFailureError');
});

test('a report is shown in full, with the place of its error', async () => {
  const { message } = await failureOf(
    viaSqs((event: SQSEvent) => reporting(event, ({ body }) => userOf(JSON.parse(body)))),
  );
  expect(message).toMatch(
    /Through viaSqs: the function reported the record of this event as failed: \{ batchItemFailures: \[ \{ itemIdentifier: '[\w-]+' \} \] \}\. An error that it caught is not in its answer: log it in the catch, or verify what it does with one event without viaSqs\./,
  );
});

test('old-style functions, which answer by callback and context, are supported', async () => {
  const byCallback = (event: SQSEvent, _: Any, callback: Any) =>
    void reporting(event, ({ body }) => userOf(JSON.parse(body))).then((answer) => callback(null, answer));
  const byContext = (event: SQSEvent, context: Any) => {
    const done = reporting(event, ({ body }) => userOf(JSON.parse(body)));
    return new Promise(() => done.then(context.succeed));
  };
  for (const handler of [byCallback, byContext]) {
    const { message } = await failureOf(viaSqs(handler));
    expect(message).toContain('the function reported the record of this event as failed');
  }
});

test("an answer outside JSON, or one that is too large, is reported as the function's", async () => {
  const large = viaFirehose(async ({ records }: FirehoseTransformationEvent) => ({
    records: records.map(({ recordId, data }) => ({ recordId, result: 'Ok' as const, data: data.repeat(5000) })),
  }));
  expect((await failureOf(large)).message).toMatch(/Its answer has [\d,]+ bytes of JSON; Lambda takes 6,291,556\./);
  expect((await failureOf(viaSqs(async () => 10n))).message).toContain(
    'It returned a value that Lambda cannot write as JSON',
  );
});

test('a report without a promise is lost up to Node.js 22, and reported', async () => {
  const report = ({ Records }: SQSEvent): SQSBatchResponse => ({
    batchItemFailures: Records.filter(({ body }) => !JSON.parse(body).detail.performedBy.user).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
  expect((await failureOf(viaSqs(report))).message).toMatch(
    lambdaRuntime.takesCallbacks
      ? /Through viaSqs: the function returned \{ batchItemFailures: \[.*without a promise: Lambda's runtimes up to Node\.js 22 ignore that, and answer null\. Make the function async\./
      : 'the function reported the record of this event as failed',
  );
});

test('an answer without a promise is named also where the transport needs one', async () => {
  const transform = ({ records }: FirehoseTransformationEvent): FirehoseTransformationResult => ({
    records: records.map(({ recordId, data }) => ({ recordId, result: 'Ok', data })),
  });
  const handler = viaFirehose(transform);
  if (!lambdaRuntime.takesCallbacks) return verify(contract, handler);
  expect((await failureOf(handler)).message).toMatch(
    /Through viaFirehose: the function returned \{ records: \[.*without a promise: Lambda's runtimes up to Node\.js 22 ignore that, and answer null\. Make the function async\./,
  );
});

test('a failure after the callback counts as a failure', async () => {
  const handler = (_event: SQSEvent, _context: Any, callback: Any): void => {
    setTimeout(() => {
      throw new Error('after the answer');
    }, 5);
    callback(null, { batchItemFailures: [] });
  };
  expect((await failureOf(viaSqs(handler))).message).toContain('Error: after the answer');
});

describe('a wrong answer is named', () => {
  const record = ({ Records }: SQSEvent) => Records[0] as SQSRecord;
  const failing = (identifier: (event: SQSEvent) => unknown) =>
    viaSqs(async (event: SQSEvent) => ({ batchItemFailures: [{ itemIdentifier: identifier(event) }] }));

  test.each<[string, Handler, string | RegExp]>([
    [
      'the receipt handle',
      failing((event) => record(event).receiptHandle),
      /Through viaSqs: batchItemFailures has the itemIdentifier ".*", the receiptHandle of a record; allowed: \{ itemIdentifier: the messageId of a record of the batch \}\./,
    ],
    [
      "the event's own id",
      failing((event) => JSON.parse(record(event).body).id),
      /the id of the event of a record; allowed/,
    ],
    [
      'an id without a record',
      failing(() => 'abc'),
      'has the itemIdentifier "abc", which no record of the batch has; allowed',
    ],
    ['an empty id', failing(() => ''), 'has the itemIdentifier "", which names no record; allowed'],
    [
      'a bad key name',
      viaSqs(async (event: SQSEvent) => ({ batchItemFailures: [{ messageId: record(event).messageId }] })),
      /batchItemFailures has \{ messageId: '.*' \}; allowed: \{ itemIdentifier/,
    ],
    [
      'a value that is not a list',
      viaSqs(async () => ({ batchItemFailures: {} })),
      'batchItemFailures is {}; allowed: a list, or nothing.',
    ],
    [
      'a misspelt list',
      viaSqs(async () => ({ batchItemFailure: [] })),
      'Through viaSqs: the answer has "batchItemFailure", which Lambda does not read; allowed: batchItemFailures.',
    ],
    [
      'the event id of a stream',
      viaKinesis(async ({ Records }: KinesisStreamEvent) => ({
        batchItemFailures: [{ itemIdentifier: Records[0]?.eventID }],
      })),
      /Through viaKinesis: .* the eventID of a record; allowed: \{ itemIdentifier: the sequenceNumber/,
    ],
    [
      'a missing record of a delivery stream',
      viaFirehose(async () => ({ records: [] })),
      'Through viaFirehose: records leaves out 1 of 1 records of the batch.',
    ],
    [
      'an answer without records to a delivery stream',
      viaFirehose(async () => ({ batchItemFailures: [] })),
      'Through viaFirehose: the answer is { batchItemFailures: [] }; allowed: { records: [{ recordId, result, data }] }.',
    ],
    [
      'an unknown result',
      viaFirehose(async ({ records }: FirehoseTransformationEvent) => ({
        records: records.map(({ recordId, data }) => ({ recordId, data, result: 'OK' })),
      })),
      'records has the result "OK"; allowed: Ok, Dropped, ProcessingFailed.',
    ],
    [
      'data outside base64',
      viaFirehose(async ({ records }: FirehoseTransformationEvent) => ({
        records: records.map(({ recordId, data }) => ({ recordId, data: decoded(data), result: 'Ok' })),
      })),
      'records has an Ok record whose data is of the type object; allowed: a text in base64.',
    ],
    [
      'a record of a delivery stream with two answers',
      viaFirehose(async ({ records }: FirehoseTransformationEvent) => ({
        records: [...records, ...records].map(({ recordId, data }) => ({ recordId, data, result: 'Ok' })),
      })),
      /records has the recordId ".*" twice\./,
    ],
  ])('%s', async (_, handler, message) => {
    const found = (await failureOf(handler)).message;
    if (typeof message === 'string') expect(found).toContain(message);
    else expect(found).toMatch(message);
  });

  test('a list of failures that outlives its invocation', async () => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const handler = viaSqs(async (event: SQSEvent) => {
      batchItemFailures.push({ itemIdentifier: record(event).messageId });
      return { batchItemFailures };
    });
    await failureOf(handler);
    const first = batchItemFailures[0]?.itemIdentifier;
    expect((await failureOf(handler)).message).toContain(
      `batchItemFailures has the itemIdentifier "${first}" of a record of an earlier batch, so the function keeps the list from one invocation to the next. Make a new list in each invocation`,
    );
  });
});

describe('an error names an answer in which Lambda reads no report, and says what to return', () => {
  const allowed = 'allowed: { batchItemFailures: [{ itemIdentifier: the messageId of a record of the batch }] }';
  const lost = 'Lambda counts the whole batch as done, and the reported failure is lost';
  const asWhole =
    'AWS does not say whether Lambda counts the batch as done or as failed, but it does not retry single records';
  type Report = SQSBatchResponse['batchItemFailures'];

  test.each<[string, (report: Report) => unknown, string]>([
    ['a list', (report) => report, `the answer is a list with itemIdentifier: ${asWhole}; ${allowed}`],
    [
      'a text',
      (batchItemFailures) => JSON.stringify({ batchItemFailures }),
      `the answer is a text with batchItemFailures: ${asWhole}; ${allowed}`,
    ],
    [
      'a list as text',
      (report) => JSON.stringify(report),
      `the answer is a text with itemIdentifier: ${asWhole}; ${allowed}`,
    ],
    [
      'the answer of an API',
      (batchItemFailures) => ({ statusCode: 200, body: JSON.stringify({ batchItemFailures }) }),
      `the answer has batchItemFailures in body, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'the same with an object',
      (batchItemFailures) => ({ statusCode: 200, body: { batchItemFailures } }),
      `the answer has batchItemFailures in body, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'another name',
      (failures) => ({ failures }),
      `the answer has itemIdentifier in failures, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'another name with the ids themselves',
      (failures) => ({ failed: failures.map(({ itemIdentifier }) => itemIdentifier) }),
      `the answer has the messageId of a record in failed, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'another name with whole records',
      (failures) => ({ errors: failures.map(({ itemIdentifier }) => ({ messageId: itemIdentifier, reason: 'x' })) }),
      `the answer has the messageId of a record in errors, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'one failure without a list',
      ([first]) => first,
      `the answer has itemIdentifier, where it is not read: ${lost}; ${allowed}`,
    ],
    [
      'a list of answers',
      (batchItemFailures) => [{ batchItemFailures }],
      `the answer is a list with batchItemFailures: ${asWhole}; ${allowed}`,
    ],
    [
      'a Map',
      (report) => new Map([['batchItemFailures', report]]),
      `the answer is a Map with batchItemFailures, which is {} in JSON: ${lost}; ${allowed}`,
    ],
    [
      'a Set',
      (report) => new Set(report),
      `the answer is a Set with itemIdentifier, which is {} in JSON: ${lost}; ${allowed}`,
    ],
    [
      'a getter of a class',
      (report) =>
        new (class {
          get batchItemFailures() {
            return report;
          }
        })(),
      `the answer has batchItemFailures, which JSON leaves out: ${lost}; ${allowed}`,
    ],
    ['a Set for the list', (report) => ({ batchItemFailures: new Set(report) }), 'batchItemFailures is Set(1) {'],
    [
      'a Map for the list',
      (report) => ({ batchItemFailures: new Map(report.map((one) => [one.itemIdentifier, one])) }),
      'which is {} in JSON; allowed: a list, or nothing',
    ],
    [
      'one failure in place of the list',
      ([batchItemFailures]) => ({ batchItemFailures }),
      "batchItemFailures is { itemIdentifier: '",
    ],
    [
      'a Map for a failure',
      (report) => ({ batchItemFailures: report.map((one) => new Map(Object.entries(one))) }),
      'batchItemFailures has {}; allowed',
    ],
    ['the list as a text', (report) => ({ batchItemFailures: JSON.stringify(report) }), 'batchItemFailures is "[{'],
    [
      'a name in capitals',
      (report) => ({ BatchItemFailures: report }),
      'the answer has "BatchItemFailures", which Lambda does not read; allowed: batchItemFailures',
    ],
    [
      'a misspelt identifier',
      (report) => ({ batchItemFailures: report.map(({ itemIdentifier }) => ({ itemIdentifer: itemIdentifier })) }),
      'batchItemFailures has { itemIdentifer: ',
    ],
  ])('%s', async (_, shaped, message) => {
    const handler = async (event: SQSEvent) => {
      const { batchItemFailures } = await reporting(event, ({ body }) => userOf(JSON.parse(body)));
      return batchItemFailures.length === 0 ? undefined : shaped(batchItemFailures);
    };
    expect((await failureOf(viaSqs(handler))).message).toContain(message);
  });

  test('of a stream, with its own identifier', async () => {
    const handler = async ({ Records }: KinesisStreamEvent) =>
      Records.flatMap(({ kinesis: { data, sequenceNumber: itemIdentifier } }) =>
        decoded(data).detail.performedBy.user ? [] : [{ itemIdentifier }],
      );
    expect((await failureOf(viaKinesis(handler))).message).toContain(
      'Through viaKinesis: the answer is a list with itemIdentifier: AWS does not say',
    );
  });

  test('of a topic, whose answer nobody reads', async () => {
    const handler = async ({ Records }: SNSEvent) => ({
      batchItemFailures: Records.filter(({ Sns }) => !JSON.parse(Sns.Message).detail.performedBy.user).map(
        ({ Sns }) => ({
          itemIdentifier: Sns.MessageId,
        }),
      ),
    });
    expect((await failureOf(viaSns(handler))).message).toContain(
      'Through viaSns: the function reports a record as failed, but nobody reads its answer: a topic invokes the function asynchronously, and only an error counts as a failure. Throw the error instead.',
    );
  });

  test.each<[string, (record: FirehoseTransformationEvent['records'][number]) => unknown, string]>([
    [
      'an id in other letters',
      ({ recordId, data }) => ({ recordID: recordId, data, result: 'Ok' }),
      'records has "recordID", which Firehose does not read; allowed: recordId',
    ],
    [
      'a missing id',
      ({ data }) => ({ data, result: 'Ok' }),
      'records has the recordId undefined, which no record of the batch has',
    ],
    [
      'a result of another name',
      ({ recordId, data }) => ({ recordId, data, results: 'Ok' }),
      'records has "results", which Firehose does not read; allowed: result',
    ],
    [
      'a misspelt result',
      ({ recordId, data }) => ({ recordId, data, result: 'ProcessingFail' }),
      'records has the result "ProcessingFail"; allowed: Ok, Dropped, ProcessingFailed',
    ],
    [
      'a Map',
      ({ recordId, data }) => new Map(Object.entries({ recordId, data, result: 'Ok' })),
      'records has the recordId undefined',
    ],
  ])('of a delivery stream: %s', async (_, record, message) => {
    const handler = async ({ records }: FirehoseTransformationEvent) => ({ records: records.map(record) });
    expect((await failureOf(viaFirehose(handler))).message).toContain(`Through viaFirehose: ${message}`);
  });

  test.each<[string, (records: readonly object[]) => unknown, string]>([
    ['nothing', () => undefined, 'the answer is undefined; allowed: { records: [{ recordId, result, data }] }'],
    ['null', () => null, 'the answer is null; allowed'],
    ['a list', (records) => records, 'the answer is [ {'],
    ['a text', (records) => JSON.stringify({ records }), 'the answer is "{'],
    ['the answer of an API', (records) => ({ statusCode: 200, body: { records } }), 'the answer is { statusCode: 200'],
    ['a Set', (records) => ({ records: new Set(records) }), 'the answer is { records: Set(1)'],
    ['a Map', (records) => new Map([['records', records]]), 'the answer is Map(1)'],
  ])('of a delivery stream: %s in place of records', async (_, answer, message) => {
    const handler = async ({ records }: FirehoseTransformationEvent) =>
      answer(records.map(({ recordId, data }) => ({ recordId, data, result: 'Ok' })));
    expect((await failureOf(viaFirehose(handler))).message).toContain(`Through viaFirehose: ${message}`);
  });
});

test.each<[string, Lambda]>([
  ['a list from Promise.all', async () => [undefined, null, 'done']],
  ['a text', async () => 'done'],
  ['a number', async () => 1],
  ['finished ids', async ({ Records }: Any) => ({ done: Records.map((one: Any) => one.messageId) })],
  ['a count', async () => ({ failures: 0, batchFailures: 0 })],
  ['the answer of an API', async () => ({ statusCode: 200, body: '{"ok":true}' })],
  ['a Map', async () => new Map([['done', 1]])],
  ['nothing', async () => undefined],
  ['null', async () => null],
  ['an empty list', async () => ({ batchItemFailures: [] })],
  ['null for the list', async () => ({ batchItemFailures: null })],
  ['something else', async () => ({ statusCode: 200 })],
])('%s means success', async (_, handler) => {
  for (const of of [viaSqs, viaSnsToSqs, viaKinesis])
    await verify(contract, of(handler), { runs: 0, ambiguities: 'off' });
});

test('a record that Firehose is to drop is not a failure', async () => {
  const dropping = async ({ records }: FirehoseTransformationEvent) => ({
    records: records.map(({ recordId, data }) => ({ recordId, data, result: 'Dropped' })),
  });
  await verify(contract, viaFirehose(dropping), { runs: 0, ambiguities: 'off' });
});

test('the call refuses wrong arguments', () => {
  expect(refusal(() => viaSqs(undefined as never))).toBe(
    'the first argument of viaSqs is undefined; allowed: the function that Lambda calls. Import it by its name, as the Lambda configuration names it.',
  );
  expect(refusal(() => viaSqs(async () => undefined, { fiffo: true } as never))).toBe(
    'the option name in options is "fiffo"; allowed: "fifo", "batchSize", "maxReceiveCount", "reportBatchItemFailures". Did you mean "fifo"?',
  );
  expect(refusal(() => viaSnsToSqs(async () => undefined, { raw: 1 } as never))).toBe(
    'options.raw is 1; allowed: true or false.',
  );
  expect(refusal(() => viaSqs(viaKinesis(async () => undefined)))).toMatch(
    /^the first argument of viaSqs is .*; allowed: the function that Lambda calls\. viaKinesis returned it: it already has a transport\.$/,
  );
  for (const via of [viaLambda, viaSns]) {
    expect(refusal(() => via(async () => undefined, { batchSize: 2 }))).toBe(
      'options.batchSize is 2; allowed: 1. This transport invokes the function with one event at a time.',
    );
  }
});

test('events of all domains pass through', async () => {
  const { accountId, domainId } = exampleDomain;
  const domain = defineDomain({ region: 'eu-central-1', accountId, domainId, fields: {} });
  const regions = new Set<string>();
  const handler = viaSqs(async ({ Records }: SQSEvent) => {
    for (const { awsRegion, eventSourceARN } of Records) regions.add(`${awsRegion} ${eventSourceARN.split(':')[3]}`);
  });
  const [first] = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] }, { domain });
  if (first !== undefined) await verify(first, handler, { runs: 0, ambiguities: 'off' });
  expect([...regions]).toEqual(['eu-central-1 eu-central-1']);
});

test.each(
  names.map((name) => [
    name,
    {
      viaLambda: 'EventBridge invokes the function asynchronously: ',
      viaSns: 'a topic invokes the function asynchronously: ',
      viaKinesis: 'a stream retries a failed batch until it succeeds, ',
      viaFirehose: 'Firehose retries a failed invocation three times by default, ',
    }[name] ?? 'messages of a queue are deleted only after a successful invocation: ',
  ]),
)('a late failure through %s is explained by what this transport does: %s', async (name, fact) => {
  const { message } = await failureOf(via(name as string)(() => void Promise.reject(new Error('not awaited'))));
  expect(message).toContain('A promise was not awaited: it was rejected after the handler had returned.');
  expect(message.match(/^ {2}.* \((documented|inferred)\)$/gm)).toEqual([expect.stringMatching(`^  ${fact}`)]);
});
