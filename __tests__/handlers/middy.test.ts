import middy from '@middy/core';
import type { Contract } from '../../contracts/contract.ts';
import { ContractViolation } from '../../src/harness/failure/contractViolation.ts';
import type { Lambda } from '../../src/harness/lambda/invoke.ts';
import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../src/harness/transports/sqs.ts';
import { verify } from '../../src/harness/verify.ts';
import { dropNoOutcome } from '../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { contractsOf } from './contractsOf.ts';
import { correctHandlers } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const updated = contractsOf({ 'CASE.UPDATED': ['case.caseId', 'performedBy'] }).find(
  ({ eventType }) => eventType === 'CASE.UPDATED',
) as Contract;

/** Middlewares of a consumer that run before the handler, after it and on an error. */
const observed: string[] = [];
const logging: middy.MiddlewareObj<Any, Any> = {
  before: async ({ event, internal }) => {
    (internal as Any).began = JSON.stringify(event).length;
  },
  after: ({ response }) => void observed.push(typeof response),
  onError: async ({ error }) => void observed.push(String(error)),
};
const wrapped = (handler: Any): Any =>
  middy(handler)
    .use(logging)
    .before(async () => undefined);

/** Behind a queue, with a middleware that parses the bodies. */
const parsing: middy.MiddlewareObj<Any, Any> = {
  before: ({ event }) => {
    for (const record of event.Records) record.body = JSON.parse(record.body);
  },
};
const behindQueue = (each: (event: Any) => unknown): Handler =>
  viaSqs(
    middy(async ({ Records }: Any) => {
      for (const { body } of Records) await each(body);
    }).use(parsing) as Lambda,
  );

const returning = correctHandlers.filter(({ handler }) => handler.length < 3);

describe('every correct handler within middy passes without a warning:', () => {
  test.each(returning.map((correct) => [correct.name, correct] as const))('%s', async (_, { reads, handler }) => {
    for (const contract of contractsOf(reads).filter(({ reads }) => reads.length > 0)) {
      await verify(
        contract,
        wrapped(async (event: Any, context: Any) => handler(event, context, undefined)),
        { runs: 20 },
      );
      await verify(
        contract,
        behindQueue((event) => handler(event, undefined, undefined)),
        { runs: 0 },
      );
    }
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});

test.each<[string, Handler]>([
  ['directly', wrapped(async ({ detail }: Any) => [detail.case.caseId, detail.performedBy.user.userArn])],
  ['behind a queue', behindQueue(({ detail }) => [detail.case.caseId, detail.performedBy.user.userArn])],
])('a failure within middy shows what the faulty handler throws, with its line: %s', async (_, handler) => {
  const failure = await verify(updated, handler).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ContractViolation);
  const { message, differences } = failure as ContractViolation;
  expect(message).toContain("TypeError: Cannot read properties of undefined (reading 'userArn')");
  expect(message).toMatch(/in \S*.*middy\.test\.ts:\d+:\d+/);
  expect(differences.map(({ steps: segments }) => segments.join('.'))).toEqual(['detail.performedBy.user']);
});

test('a middleware that answers in place of the handler causes a warning that nothing is read', async () => {
  const early = middy(async ({ detail }: Any) => detail.case.caseId).before(async () => 'not today');
  await verify(updated, early as Handler, { runs: 0, ambiguities: 'off', reads: 'warn' });
  expect(warnings).toEqual([
    'refunds handles CASE.UPDATED: declared, never read: case.caseId, performedBy. Does the handler know this event type, or return early?\n',
  ]);
});

test('a middy handler for batches is refused without its transport', async () => {
  const handler = middy(async ({ Records }: Any) => Records?.length);
  await expect(verify(updated, handler as Handler)).rejects.toThrow('handler is a function that reads `Records`');
});
