import { ignored } from '../../../contracts/ignored.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { readsOf } from '../../../src/harness/readsOf.ts';
import { viaKinesis } from '../../../src/harness/transports/kinesis.ts';
import { viaSqs } from '../../../src/harness/transports/sqs.ts';
import { decodeBase64 } from '../../helpers/decodeBase64.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { type Reader, readers } from './readers.ts';

// `readsOf` answers the honest table of handlers in many styles, directly and behind transports.

inEmptyDirectories();

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

type Of = (handler: FaultyHandler['handler']) => Handler;

const ways: Readonly<Record<string, Of>> = {
  'called by a rule': (handler) => handler as Handler,
  'behind a queue': (handler) =>
    viaSqs(async ({ Records }: Trusted, context: Trusted) => {
      for (const { body } of Records) await handler(JSON.parse(body), context, undefined);
    }),
  'behind a stream': (handler) =>
    viaKinesis(async ({ Records }: Trusted, context: Trusted) => {
      const answers = [];
      for (const { kinesis } of Records)
        answers.push(await handler(JSON.parse(decodeBase64(kinesis.data)), context, undefined));
      return { batchItemFailures: [], answers };
    }),
};

/** Whether a handler reads by name all that its table names. */
function isNamedByAll(name: string): boolean {
  return !/who did it as|whether|clone|copies|spreads|rest|collects|takes|strict|Powertools|passes|asserts|walks|finds/.test(
    name,
  );
}

/** A table whose lists are sorted: the order of paths has no meaning. */
function sorted(table: object): object {
  return JSON.parse(
    JSON.stringify(table, (_, value) =>
      Array.isArray(value) ? [...value].sort() : value === ignored ? 'ignored' : value,
    ),
  );
}

/** Rows that name what is read more closely than the honest table, and those of hidden reads, which nothing shows. */
const others: Readonly<Record<string, object>> = {
  'is the handler of the README': {
    'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'performedBy.user.userArn'],
  },
  'parses the user with a strict schema': {
    'CASE.UPDATED': ['performedBy.user.customEntity', 'performedBy.user.userArn'],
  },
  'sends the object of who did it, and answers nothing': { 'CASE.UPDATED': ['case.caseId'] },
};

/** It reads only a copy, and nothing comes out. */
const unseen = 'stores a clone, and answers nothing';

describe.each(Object.entries(ways))('%s, it is exact for the handler that', (way, via) => {
  const isDirect = way === 'called by a rule';
  // Of a queue's function nothing comes out, so only what is read by name is seen.
  const isSeen = ({ name }: Reader): boolean => name !== unseen && (way !== 'behind a queue' || isNamedByAll(name));
  // Each call plays thousands of events: transports get every sixth handler.
  const played = readers.filter(isSeen).filter((_, place) => isDirect || place % 6 === 0);
  test.each(played.map((reader) => [reader.name, reader] as const))('%s', async (name, reader) => {
    const table = await readsOf(via(reader.handler), { domain: exampleDomain });
    expect(sorted(table)).toEqual(sorted({ ...ignoringAll, ...reader.reads, ...others[name] }));
  });
});

test('a handler whose reads nothing shows is refused', async () => {
  const { handler } = readers.find(({ name }) => name === unseen) as Reader;
  await expect(readsOf(handler as Handler, { domain: exampleDomain })).rejects.toThrow(
    'readsOf: the handler reads nothing of any event, or nothing that comes out depends on what it reads.',
  );
});
