import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Contract } from '../../../contracts/contract.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { ContractViolation } from '../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import type { VerifyOptions } from '../../../src/harness/run/runOptions.ts';
import { viaKinesis } from '../../../src/harness/transports/kinesis.ts';
import { viaSqs } from '../../../src/harness/transports/sqs.ts';
import { verify } from '../../../src/harness/verify.ts';
import { decodeBase64 } from '../../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { contractsOf } from '../contractsOf.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { misdeclared } from './misdeclared.ts';
import { type Reader, readers } from './readers.ts';

// What `verify` says of tables and handlers: nothing of honest ones in many styles, and for each wrong table one failure
// with the row as it should be. The same behind transports.

const warnings = inEmptyDirectories();

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

type Of = (handler: FaultyHandler['handler']) => Handler;

/** A function of batches that answers what the handler answers, so that what comes out can be seen. */
const answering: Of = (handler) =>
  viaKinesis(async ({ Records }: Trusted, context: Trusted) => {
    const answers = [];
    for (const { kinesis } of Records)
      answers.push(await handler(JSON.parse(decodeBase64(kinesis.data)), context, undefined));
    return { batchItemFailures: [], answers };
  });

const ways: Readonly<Record<string, Of>> = {
  'called by a rule': (handler) => handler as Handler,
  'behind a queue': (handler) =>
    viaSqs(async ({ Records }: Trusted, context: Trusted) => {
      for (const { body } of Records) await handler(JSON.parse(body), context, undefined);
    }),
  "behind a queue, with Powertools' batch processor": (handler) => {
    const processor = new BatchProcessor(EventType.SQS);
    return viaSqs(async (event: Trusted, context: Trusted) =>
      processPartialResponse(
        event,
        async ({ body }: Trusted) => void (await handler(JSON.parse(body), context, undefined)),
        processor,
        { context },
      ),
    );
  },
  'behind a stream': answering,
};

const options = { runs: 0, ambiguities: 'off' } as const;

describe.each(Object.entries(ways))(`%s, no honest table of ${readers.length} handlers is refused:`, (_, via) => {
  test.each(readers.map((reader) => [reader.name, reader] as const))(
    'the one that %s',
    async (_, { reads, handler }) => {
      for (const contract of contractsOf(reads)) await verify(contract, via(handler), options);
      expect(dropNoOutcome(warnings)).toEqual([]);
    },
  );
});

// Behind the two queues nothing comes out, so an object that is merely taken, or copied, may be used unseen.
const seenWays = [
  ['called by a rule', ways['called by a rule']],
  ['behind a stream', answering],
] as [string, Of][];

describe.each(seenWays)(`%s, all ${misdeclared.length} wrong tables are refused:`, (_, via) => {
  test.each(misdeclared.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const violation = await refuse(one, via);
    const { unread = [], undeclared = [], misread = [] } = one;
    const [headline = ''] = violation.message.split('\n');
    expect(listAfter(headline, 'declared, never read')).toEqual([...unread].sort());
    expect(listAfter(headline, 'read, not declared')).toEqual([...undeclared].sort());
    expect(listAfter(headline, 'read where no event has a value')).toEqual([...misread].sort());
    expect(violation.message).toContain(one.row);
    expect(violation.message).toContain(one.told ?? '');
    expect(violation.message.split('\n').length).toBeLessThanOrEqual(32);
  });
});

describe('behind a queue whose function answers nothing, all tables are refused whose paths are read by name:', () => {
  const needOutcome = /ignored|destructured|taken whole|only cloned|logs the event/;
  const others = misdeclared.filter(({ name }) => !needOutcome.test(name));
  test.each(others.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const violation = await refuse(one, ways['behind a queue'] as Of);
    expect(violation.message).toContain(one.row);
  });
});

describe('a handler of which nothing comes out gets one warning for its table, if it', () => {
  const contracts = (type: string): readonly Contract[] =>
    contractsOf({ 'CASE.UPDATED': ['case.caseId'], 'CASE.CREATED': ['case.caseId'] }).filter(({ title }) =>
      title.includes(type),
    );
  const answering = 'refunds handles CASE.CREATED: nothing that comes out depends on the event: the handler answers';
  const advice = 'Let it answer what it did, or watch what it calls (the option downstream).';

  test.each<[string, Handler, string]>([
    ['answers nothing', (async ({ detail }: Trusted) => void detail.case?.caseId) as Handler, 'nothing'],
    [
      'always answers the same',
      (async ({ detail }: Trusted) => detail.case?.caseId && 'ok') as Handler,
      '"ok" every time',
    ],
  ])('%s', async (_, handler, answer) => {
    for (const contract of contracts('handles')) await verify(contract, handler, options);
    expect(warnings).toEqual([expect.stringContaining(`${answering} ${answer}.`)]);
    expect(warnings[0]).toContain(advice);
  });

  test('also behind a queue, where calls are watched and never come', async () => {
    const behind = viaSqs(async ({ Records }: Trusted) => {
      for (const { body } of Records) void JSON.parse(body).detail.case?.caseId;
      return { batchItemFailures: [] };
    });
    const downstream: VerifyOptions['downstream'] = ({ watch }) => void watch(() => undefined);
    for (const contract of contracts('handles')) await verify(contract, behind, { ...options, downstream });
    expect(warnings).toEqual([expect.stringContaining(`${answering} {"batchItemFailures":[]} every time.`)]);
  });

  test('not behind a queue without watched calls, whose answer names failures only', async () => {
    const behind = viaSqs(async ({ Records }: Trusted) => {
      for (const { body } of Records) void JSON.parse(body).detail.case?.caseId;
    });
    for (const contract of contracts('handles')) await verify(contract, behind, options);
    expect(warnings).toEqual([]);
  });

  test('not where its watched calls differ', async () => {
    const store = { put: async (_: unknown): Promise<void> => undefined };
    const handler = async ({ detail }: Trusted): Promise<void> => store.put(detail.case?.caseId);
    const downstream: VerifyOptions['downstream'] = ({ watch }) => {
      store.put = watch(store.put);
    };
    for (const contract of contracts('handles')) await verify(contract, handler as Handler, { ...options, downstream });
    expect(warnings).toEqual([]);
  });
});

test('a row that was copied from a failure passes', async () => {
  const rows: FaultyHandler['reads'] = { 'RELATED_ITEM.CREATED': ['relatedItem.relatedItemId'] };
  const [{ handler }] = readers.filter(({ name }) => name === 'is the handler of the README') as [Reader];
  const { message } = await refuse({ reads: rows, handler, in: 'RELATED_ITEM.CREATED' }, (one) => one as Handler);
  const [, row = ''] = /The row as it should be\n([\s\S]*?)\n\n/.exec(message) ?? [];
  const copied = new Function('ignored', `return {${row}}`)(ignored);
  for (const contract of contractsOf(copied).filter(({ eventType }) => eventType === 'RELATED_ITEM.CREATED'))
    await verify(contract, handler as Handler, { ...options, dir: 'copied' });
});

async function refuse(
  { reads, handler, in: name }: Pick<(typeof misdeclared)[number], 'reads' | 'handler' | 'in'>,
  via: Of,
): Promise<ContractViolation> {
  const contract = contractsOf(reads).find(({ title }) => title.endsWith(` ${name}`)) as Contract;
  const error = await verify(contract, via(handler), options).then(
    () => new Error('it passed'),
    (error: unknown) => error,
  );
  if (!(error instanceof ContractViolation)) throw error;
  return error;
}

/** The paths of a list in the first line of a failure. */
function listAfter(headline: string, words: string): string[] {
  const [, list] = new RegExp(`${words}: ([^;]*?)[;.](?: |$)`).exec(headline) ?? [];
  return list === undefined ? [] : list.split(', ').sort();
}
