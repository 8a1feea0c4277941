import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import type { Lambda } from '../../../../src/harness/lambda/invoke.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify as verifyReads } from '../../../../src/harness/verify.ts';
import { decodeBase64 } from '../../../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../../../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

/** Warnings show what is recorded without a failure. */
const verify = ((contract, handler, options) =>
  verifyReads(contract, handler as never, { reads: 'warn', ...options } as never)) as typeof verifyReads;

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const table = { ...ignoringAll, 'CASE.UPDATED': ['case.caseId', 'case.templateId'] } as const;
const updated = contractsFor('refunds', table).find(({ eventType }) => eventType === 'CASE.UPDATED') as Contract;
const options = { runs: 0, ambiguities: 'off' } as const;

/** By transport, the texts of a batch, and the function that connects a handler of texts. */
const transports: Readonly<Record<string, readonly [(lambda: Lambda) => Handler, (batch: Any) => string[]]>> = {
  sqs: [viaSqs, ({ Records }) => Records.map(({ body }: Any) => body)],
  'sqs, fifo': [(lambda) => viaSqs(lambda, { fifo: true }), ({ Records }) => Records.map(({ body }: Any) => body)],
  sns: [viaSns, ({ Records }) => Records.map(({ Sns }: Any) => Sns.Message)],
  snsToSqs: [viaSnsToSqs, ({ Records }) => Records.map(({ body }: Any) => JSON.parse(body).Message)],
  'snsToSqs, raw': [
    (lambda) => viaSnsToSqs(lambda, { raw: true }),
    ({ Records }) => Records.map(({ body }: Any) => body),
  ],
  kinesis: [viaKinesis, ({ Records }) => Records.map(({ kinesis }: Any) => decodeBase64(kinesis.data))],
  firehose: [viaFirehose, ({ records }) => records.map(({ data }: Any) => decodeBase64(data))],
};

/** A function behind a transport that does something with each event, and answers in the form of its transport. */
function behind(name: string, each: (event: Any) => unknown): Handler {
  const [via, textsOf] = transports[name] as (typeof transports)[string];
  return via(async (batch: Any) => {
    for (const text of textsOf(batch)) await each(JSON.parse(text));
    return batch.records && { records: batch.records.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })) };
  });
}

const nameOf = (transport: string): string => transport.replace(/,.*/, '');
const viaOf = (transport: string): string => `via${nameOf(transport).replace(/^./, (first) => first.toUpperCase())}`;

describe.each(Object.keys(transports))('behind %s', (transport) => {
  const [via] = transports[transport] as (typeof transports)[string];
  const records = transport === 'firehose' ? 'records' : 'Records';

  test('a function that reads its declared paths causes no warning', async () => {
    await verify(
      updated,
      behind(transport, ({ detail }) => [detail.case.caseId, detail.case.templateId]),
      options,
    );
    expect(warnings).toEqual([]);
  });

  test('a function without any declared read causes a warning', async () => {
    await verify(
      updated,
      behind(transport, ({ detail }) => detail.eventType === 'CASE.UDPATED'),
      options,
    );
    expect(warnings).toEqual([
      'refunds handles CASE.UPDATED: declared, never read: case.caseId, case.templateId. Does the handler know this event type, or return early?\n',
    ]);
  });

  test('a function that looks into no record causes a warning', async () => {
    const counting = via(async (batch: Any) => {
      const count = batch[records].length;
      return transport === 'firehose'
        ? { records: batch.records.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })) }
        : { batchItemFailures: [], count };
    });
    await verify(updated, counting, options);
    expect(warnings).toEqual([
      `refunds handles CASE.UPDATED: declared, never read: case.caseId, case.templateId. Behind ${nameOf(transport)} the function never looks into a record: does it return early?\n`,
    ]);
  });

  test('a function that mistakes most events for repeats causes a warning', async () => {
    const seen = new Set<string>();
    const once = ({ detail }: Any): unknown => {
      if (seen.has(detail.case.templateId)) return undefined;
      seen.add(detail.case.templateId);
      return detail.case.caseId;
    };
    await verify(updated, behind(transport, once), options);
    expect(warnings).toEqual([
      'refunds handles CASE.UPDATED: the handler skips events as duplicates: give `reset`. It read case.caseId of the first event, but not of the last one, though only ids and times differ. Skipped events are not tested.\n',
    ]);
    warnings.length = 0;
    seen.clear();
    await verify(updated, behind(transport, once), { ...options, reset: () => seen.clear() });
    expect(warnings).toEqual([]);
  });

  test.each<[string, Lambda]>([
    ['returns early', (async ({ detail }: Any) => detail?.case?.caseId) as Lambda],
    ['fails', (async ({ detail }: Any) => detail.case.caseId) as Lambda],
    [
      'checks for the source',
      (async (event: Any) => event.source === 'aws.cases' && event.detail.case.caseId) as Lambda,
    ],
    [
      'checks for a detail, and logs everything',
      (async (event: Any) => ('detail' in event ? event.detail : JSON.stringify(event).length)) as Lambda,
    ],
  ])('a function of one event that %s is refused', async (_, lambda) => {
    await expect(verify(updated, via(lambda), options)).rejects.toThrow(
      `handler is a function that reads \`detail\`, \`detail-type\` or \`source\`, and never \`${records}\`; allowed: with ${viaOf(transport)}, the function that unpacks the ${records} of a batch. Behind ${viaOf(transport)} the function gets a batch, which has no detail: each record holds an event as text. So the function did nothing for "refunds handles CASE.UPDATED". Leave ${viaOf(transport)} out if a rule invokes this function, else give ${viaOf(transport)} the one that Lambda calls.`,
    );
  });

  test('a function of both batches and events causes no warning', async () => {
    const both = ({ detail }: Any): unknown[] => [detail.case.caseId, detail.case.templateId];
    const batches = behind(transport, both) as Any;
    const [, textsOf] = transports[transport] as (typeof transports)[string];
    const lambda = async (event: Any) => {
      if (event.source === 'aws.cases' || event['detail-type'] !== undefined) return both(event);
      for (const text of textsOf(event)) both(JSON.parse(text));
      return event.records && { records: event.records.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })) };
    };
    await verify(updated, via(lambda as Lambda), options);
    await verify(updated, lambda as Handler, options);
    await verify(updated, batches, options);
    expect(warnings).toEqual([]);
  });
});

describe('unobservable reads cause no warning', () => {
  const { parse } = JSON;
  const use = ({ detail }: Any): unknown[] => [detail.case.caseId, detail.case.templateId];
  const processor = new BatchProcessor(EventType.SQS);
  const compiled = (text: string): Any => new Function(`return ${text}`)();

  test.each<[string, Lambda]>([
    ['its own parser', (async ({ Records }: Any) => Records.map(({ body }: Any) => use(compiled(body)))) as Lambda],
    [
      'JSON.parse taken before',
      (async ({ Records }: Any) => Records.map(({ body }: Any) => use(parse(body)))) as Lambda,
    ],
    ['a response of fetch', (async ({ Records: [{ body }] }: Any) => use(await new Response(body).json())) as Lambda],
    ['a search in the text', (async ({ Records: [{ body }] }: Any) => body.includes('CASE.UPDATED')) as Lambda],
    ['a copy of each record', (async ({ Records }: Any) => Records.map((record: Any) => ({ ...record }))) as Lambda],
    [
      'a JSON copy of the batch',
      (async (event: Any) => use(compiled(JSON.parse(JSON.stringify(event)).Records[0].body))) as Lambda,
    ],
    [
      'clones, and a catch',
      (async (event: Any) => {
        try {
          for (const { body } of structuredClone(event).Records) use(structuredClone(JSON.parse(body)));
        } catch {
          // It goes on to the next batch.
        }
      }) as Lambda,
    ],
    ['a structured clone', (async (event: Any) => use(compiled(structuredClone(event).Records[0].body))) as Lambda],
    [
      "Powertools' batch processor",
      ((event: Any, context: Any) =>
        processPartialResponse(event, async ({ body }: Any) => void use(JSON.parse(body)), processor, {
          context,
        })) as Lambda,
    ],
    ['a reviver', (async ({ Records: [{ body }] }: Any) => use(JSON.parse(body, (_, value) => value))) as Lambda],
    ['a buffer', (async ({ Records: [{ body }] }: Any) => use(JSON.parse(Buffer.from(body) as never))) as Lambda],
  ])('%s', async (_, lambda) => {
    await verify(updated, viaSqs(lambda), options);
    expect(warnings).toEqual([]);
  });

  test('a handler of events that catches errors of clones causes no warning either', async () => {
    const catching = async (event: Any) => {
      try {
        return use(structuredClone(event));
      } catch {
        return undefined;
      }
    };
    await verify(updated, catching, options);
    await verify(updated, viaLambda(catching as Lambda), options);
    expect(dropNoOutcome(warnings)).toEqual([]);
  });

  test('observed objects stay the same objects', async () => {
    const same: boolean[] = [];
    const lambda = async ({ Records, ...rest }: Any) => {
      const [record] = Records;
      const event = JSON.parse(record.body);
      same.push(record === Records[0], Records.indexOf(record) === 0, Object.keys(rest).length === 0);
      const { detail } = event;
      same.push(detail === event.detail, detail.case === event.detail.case);
      return use(event);
    };
    await verify(updated, viaSqs(lambda as Lambda), options);
    expect([...new Set(same)]).toEqual([true]);
    expect(warnings).toEqual([]);
  });

  test('a JSON.parse under a spy of the test, or one that cannot be replaced, still works', async () => {
    const lambda = viaSqs((async ({ Records: [{ body }] }: Any) => use(JSON.parse(body))) as Lambda);
    const spy = jest.spyOn(JSON, 'parse');
    await verify(updated, lambda, options);
    spy.mockRestore();
    expect(JSON.parse).toBe(parse);
    Object.defineProperty(JSON, 'parse', { writable: false });
    await verify(updated, lambda, options);
    Object.defineProperty(JSON, 'parse', { writable: true });
    expect(warnings).toEqual([]);
    expect(JSON.parse).toBe(parse);
  });
});

const [ignoredRow] = contractsFor('refunds', { ...table, 'CASE.CREATED': ignored }) as unknown as [Contract];

describe('a function of batches is refused without its transport', () => {
  test.each<[string, (lambda: Lambda) => Handler]>([
    ['directly', (lambda) => lambda as Handler],
    ['by viaLambda', viaLambda],
  ])('%s', async (_, via) => {
    const texts = async ({ Records = [] }: Any) => Records.map(({ body }: Any) => JSON.parse(body).detail.case.caseId);
    await expect(verify(updated, via(texts as Lambda), options)).rejects.toThrow(
      'handler is a function that reads `Records`, and nothing of the event; allowed: a function of one event, or what a via… function returns. An event from a rule has no Records. So the function did nothing for "refunds handles CASE.UPDATED". Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked.',
    );
    await expect(verify(updated, via((async ({ records }: Any) => records.length) as Lambda), options)).rejects.toThrow(
      'Write viaFirehose(handler).',
    );
  });

  test('except on ignored rows, where it only has to survive', async () => {
    await verify(ignoredRow, (async ({ Records = [] }: Any) => Records.length) as Handler, options);
    expect(warnings).toEqual([]);
  });
});

test.each<[string, Handler, string]>([
  ['of batches', (async ({ Records }: Any) => Records.length) as Handler, 'reads `Records`, and nothing of the event'],
  ['of one event', viaSqs((async ({ detail }: Any) => detail.eventType) as Lambda), 'and never `Records`'],
])('on an ignored row a function %s fails because of its form, and leaves no witness', async (_, handler, reads) => {
  const failure = verify(ignoredRow, handler, options);
  await expect(failure).rejects.toThrow(reads);
  await expect(failure).rejects.toThrow('So the function did nothing for "refunds ignores CASE.CREATED"');
  expect(existsSync('__witnesses__')).toBe(false);
});

test('a spelling unknown to a function behind a queue causes a warning', async () => {
  const comments = contractsFor('refunds', {
    ...ignoringAll,
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: ignored },
  }).find(({ title }) => title.endsWith('Comment')) as Contract;
  const lambda = behind(
    'sqs',
    ({ detail: { relatedItem } }) => relatedItem.relatedItemType === 'Comment' && relatedItem.caseId,
  );
  await verify(comments, lambda, { runs: 0 });
  expect(warnings).toEqual([
    expect.stringContaining(
      'the handler reads nothing of the event if the answer to "how is relatedItemType spelled?" is "comment"',
    ),
  ]);
});
