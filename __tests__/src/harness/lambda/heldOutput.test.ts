import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const contracts = contractsFor('noisy', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] }, { domain: exampleDomain });
const [, updated] = contracts;

afterEach(() => {
  delete process.env.CASES_LOG;
  for (const name of methods) delete (console as Any)[name];
});

/** jest prints errors by the second if it runs a single file. */
const methods = ['_log', '_logError'];

/** What reaches jest's own console, below its methods. */
function printedByJest(): string[] {
  const texts: string[] = [];
  for (const name of methods) (console as Any)[name] = (_: string, text: string) => void texts.push(text);
  return texts;
}

const noisy = async (event: Any) => {
  console.log('got', event);
  console.error('looking at', event.detail.case.caseId);
  return event.detail.case.caseId;
};

/** Fails on events without a user, like many handlers. */
const failing = async (event: Any) => {
  console.log('got an event', event.id);
  console.warn('its user is', event.detail.performedBy.user);
  return event.detail.case.caseId + event.detail.performedBy.user.userArn;
};

describe('a passing handler', () => {
  test('prints nothing of generated events', async () => {
    const texts = printedByJest();
    await verify(updated, noisy, { runs: 5, ambiguities: 'off' });
    expect(texts).toEqual([]);
    console.log('outside');
    expect(texts).toEqual(['outside']);
  });

  test('prints everything with CASES_LOG=all', async () => {
    process.env.CASES_LOG = 'all';
    const texts = printedByJest();
    await verify(updated, noisy, { runs: 5, ambiguities: 'off' });
    expect(texts.length).toBeGreaterThan(100);
  });

  test('prints everything in a replay', async () => {
    const texts = printedByJest();
    await verify(updated, noisy, { seed: 1, path: '2' });
    expect(texts[1]).toMatch(/^looking at /);
  });

  test('keeps its output back when it writes to the streams of the process, too', async () => {
    const written: string[] = [];
    const { write } = process.stdout;
    process.stdout.write = ((text: string) => written.push(text) > 0) as never;
    let calledBack = 0;
    try {
      await verify(
        updated,
        async () => {
          process.stdout.write('a line\n');
          await new Promise<void>((done) => process.stdout.write(Buffer.from('another'), () => done()));
          calledBack++;
        },
        { runs: 1, ambiguities: 'off' },
      );
      process.stdout.write('outside');
    } finally {
      process.stdout.write = write;
    }
    expect(written).toEqual(['outside']);
    expect(calledBack).toBeGreaterThan(10);
  });

  test('and its hooks, and our warnings, are not held back', async () => {
    const texts = printedByJest();
    await verify(updated, async () => undefined, {
      runs: 0,
      reads: 'warn',
      ambiguities: 'off',
      reset: () => console.log('reset'),
    });
    expect(texts.length).toBeGreaterThan(10);
    expect(warnings.join('')).toContain('declared, never read: case.caseId');
  });

  test('still calls the spies of its test', async () => {
    const texts = printedByJest();
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const log = jest.spyOn(console, 'log');
    await verify(updated, noisy, { runs: 3, ambiguities: 'off' });
    expect(error.mock.calls.length).toBeGreaterThan(50);
    expect(error.mock.calls[0]?.[0]).toBe('looking at');
    expect(log.mock.calls).toHaveLength(error.mock.calls.length);
    expect(texts).toEqual([]);
    expect(console.error).toBe(error);
  });

  test('may spy within its own work', async () => {
    const seen: unknown[] = [];
    await verify(
      updated,
      async () => {
        const spy = jest.spyOn(console, 'info').mockImplementation((text) => void seen.push(text));
        console.info('spied');
        spy.mockRestore();
      },
      { runs: 0, ambiguities: 'off' },
    );
    expect(seen.length).toBeGreaterThan(10);
  });

  test('leaves the console as it was', async () => {
    const own = [console.log, (console as Any)._log, process.stdout.write, process.stderr.write];
    await verify(updated, noisy, { runs: 0, ambiguities: 'off' });
    expect([console.log, (console as Any)._log, process.stdout.write, process.stderr.write]).toEqual(own);
    expect(Object.hasOwn(console, '_log')).toBe(false);
  });
});

test('a failure shows what was printed for its event only', async () => {
  const texts = printedByJest();
  const { message, event } = (await rejection(verify(updated, failing))) as Any;
  expect(texts).toEqual([]);
  expect(message).toContain(`\nWhat it printed\n  got an event ${event.id}\n  its user is undefined\n\nWhy AWS may`);
});

test('long output is cut to its last lines', async () => {
  const handler = async (event: Any) => {
    for (let line = 0; line < 30; line++) console.log(`line ${line} ${'x'.repeat(300)}`);
    return event.detail.performedBy.user.userArn;
  };
  const { message } = (await rejection(verify(updated, handler))) as Any;
  expect(message).toMatch(
    /\nWhat it printed\n {2}\(16 before; CASES_LOG=all prints all\)\n {2}line 26 x+…\n {2}line 27 /,
  );
});

test('a misspelt word is refused', async () => {
  process.env.CASES_LOG = 'ALL';
  expect(((await rejection(verify(updated, noisy))) as Error).message).toBe(
    'CASES_LOG is "ALL"; allowed: "all", or nothing. Without it, only the output of a failing event is printed, with its failure.',
  );
});

describe('an error that a batch function catches', () => {
  async function refund({ detail }: Any): Promise<string> {
    return `${detail.case?.caseId ?? ''} by ${detail.performedBy.user.userArn}`;
  }
  const line = /caused by TypeError: Cannot read properties of undefined \(reading 'userArn'\)\n {2}in refund \(/;

  /** A queue's function that reports each record on which some work fails. */
  const reporting = (work: (event: Any, record: Any) => unknown) =>
    viaSqs(async ({ Records }) => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      for (const record of Records) {
        try {
          await work(JSON.parse(record.body), record);
        } catch {
          batchItemFailures.push({ itemIdentifier: record.messageId });
        }
      }
      return { batchItemFailures };
    });

  test.each([
    ['an asynchronous function', refund],
    [
      'a function that wraps it',
      async (event: Any) => {
        try {
          await refund(event);
        } catch (cause) {
          throw new Error('the refund failed', { cause });
        }
      },
    ],
    [
      'a function that tries twice',
      async (event: Any) => {
        await refund(event).catch(() => undefined);
        await refund(event);
      },
    ],
  ])('of %s is shown with its line', async (_, work) => {
    const { message, cause, stack } = (await rejection(verify(updated, reporting(work)))) as Any;
    expect(message).toContain('Through viaSqs: the function reported the record of this event as failed');
    expect(message).toMatch(line);
    expect(message).not.toContain('log it in the catch');
    expect(stack.split('\n').find((frame: string) => /^\s+at /.test(frame))).toContain('refund');
    expect(cause).toBeInstanceOf(Error);
  });

  test.each([
    ['as an error', (error: unknown) => console.error('failed', error)],
    ['by its stack', (error: unknown) => process.stderr.write(`${(error as Error).stack}\n`)],
    [
      'by a logger in JSON',
      (error: unknown) => {
        const { name, message, stack } = error as Error;
        console.log(JSON.stringify({ level: 'ERROR', message: 'failed', error: { name, message, stack } }));
      },
    ],
  ])('and prints %s is shown with its line, if nothing else shows it', async (_, print) => {
    function refundNow({ detail }: Any): string {
      return detail.performedBy.user.userArn;
    }
    const handler = viaSqs(({ Records }, __, callback: Any) => {
      const failed = Records.filter(({ body }) => {
        try {
          return refundNow(JSON.parse(body)) === '';
        } catch (error) {
          print(error);
          return true;
        }
      });
      callback(null, { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) });
    });
    const { message } = (await rejection(verify(updated, handler))) as Any;
    expect(message).toMatch(/caused by TypeError: Cannot read properties of undefined .*\n {2}in refundNow \(/);
  });

  test('and does not show at all has the advice to log it', async () => {
    const handler = viaSqs(({ Records: [record] }, _, callback: Any) => {
      let batchItemFailures: object[] = [];
      try {
        JSON.parse(record?.body ?? '').detail.performedBy.user.userArn.trim();
      } catch {
        batchItemFailures = [{ itemIdentifier: record?.messageId }];
      }
      callback(null, { batchItemFailures });
    });
    const { message } = (await rejection(verify(updated, handler))) as Any;
    expect(message).toContain('An error that it caught is not in its answer: log it in the catch');
  });

  test("by Powertools' processor is shown with its line, also if the processor does not throw", async () => {
    const processor = new BatchProcessor(EventType.SQS);
    const handler = viaSqs(async (event: Any, context) =>
      processPartialResponse(event, async ({ body }: Any) => void (await refund(JSON.parse(body))), processor, {
        context: context as never,
        throwOnFullBatchFailure: false,
      }),
    );
    const { message } = (await rejection(verify(updated, handler))) as Any;
    expect(message).toMatch(line);
  });

  test('before its record is given up is shown by verifyDelivery', async () => {
    const hooks = { reset: () => undefined, observe: () => 1 };
    const { message } = (await rejection(verifyDelivery(contracts, reporting(refund), hooks))) as Any;
    expect(message).toMatch(
      /The event is set aside after its last attempt\.\n {2}The function reported it, after it caught an error:\n {2}TypeError: Cannot read .*\n {2}in refund \(/,
    );
  });
});
