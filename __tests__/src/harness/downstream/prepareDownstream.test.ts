import { DynamoDB, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocument, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DownstreamWatch } from '../../../../src/harness/downstream/downstreamWatch.ts';
import type { LoggedCall } from '../../../../src/harness/downstream/loggedCall.ts';
import type { Outage } from '../../../../src/harness/downstream/outage.ts';
import { prepareDownstream } from '../../../../src/harness/downstream/prepareDownstream.ts';
import type { Downstream } from '../../../../src/harness/downstream/watching.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

/** Runs a handler's call, and returns what it called. */
async function callsOf(
  downstream: Downstream,
  handler: () => unknown,
  outages: readonly Outage[] = [],
): Promise<readonly LoggedCall[]> {
  const watch = (await prepareDownstream(downstream, 'refunds', 100, new UnhandledErrorTracker())) as DownstreamWatch;
  watch.begin();
  return watch.runCall(0, outages, async (calls) => {
    await handler();
    return calls;
  });
}

const throttled: Outage = { place: 0, lasts: false, error: 'throttling', effect: 'before' };

describe('a watched function', () => {
  test('is recorded with its arguments as they were, its result, and its failure', async () => {
    const table = {
      rows: new Map<string, object>(),
      async put(id: string, row: object): Promise<string> {
        if (this.rows.has(id)) throw new Error('known');
        this.rows.set(id, row);
        return 'new';
      },
    };
    const row = { tags: ['a'] };
    const calls = await callsOf(
      ({ watch }) => {
        table.put = watch(table.put);
      },
      async () => {
        await table.put('c', row);
        row.tags.push('b');
        await table.put('c', row).catch(() => undefined);
      },
    );
    expect(calls).toEqual([
      { by: 0, name: 'put', args: ['c', { tags: ['a'] }], outcome: 'done', result: 'new' },
      { by: 0, name: 'put', args: ['c', { tags: ['a', 'b'] }], outcome: 'failed', error: 'Error: known' },
    ]);
  });

  test('may be synchronous: it is recorded, and it fails by throwing', async () => {
    const work = { add: (one: number, other: number) => one + other };
    const downstream: Downstream = ({ watch }) => {
      work.add = watch(work.add);
    };
    expect(await callsOf(downstream, () => expect(work.add(1, 2)).toBe(3))).toMatchObject([{ name: 'add', result: 3 }]);
    const calls = await callsOf(downstream, () => expect(() => work.add(1, 2)).toThrow('Rate exceeded'), [throttled]);
    expect(calls).toMatchObject([{ outcome: 'failed', outage: 'before' }]);
  });

  test('is the same function again if it is watched again, and keeps members, length and name', async () => {
    const given = Object.assign(
      async function given(_one: number): Promise<number> {
        return 1;
      },
      { calls: [] },
    );
    await callsOf(
      ({ watch }) => {
        const watched = watch(given);
        expect(watch(given)).toBe(watched);
        expect(watch(watched)).toBe(watched);
        expect(watch(given, { once: true })).not.toBe(watched);
        expect(watched.calls).toBe(given.calls);
        expect([watched.length, watched.name]).toEqual([1, 'given']);
      },
      () => undefined,
    );
  });

  test('works as the original outside of any event, and for a run that does not watch it', async () => {
    const mock = jest.fn(async (text: string) => text);
    const client = { mock };
    const first = await callsOf(
      ({ watch }) => {
        client.mock = watch(client.mock);
      },
      () => client.mock('in an event'),
    );
    expect(first).toHaveLength(1);
    expect(await client.mock('outside')).toBe('outside');
    const other = await callsOf(
      ({ watch }) => watch(() => 0),
      () => client.mock('of another run'),
    );
    expect(other).toEqual([]);
    expect(client.mock.mock.calls).toEqual([['in an event'], ['outside'], ['of another run']]);
  });

  test('that is called outside of any event while a handler runs is reported once', async () => {
    const client = { flush: async () => undefined };
    const watching: Downstream = ({ watch }) => {
      client.flush = watch(client.flush);
    };
    let flushed = (): void => undefined;
    const flushedTwice = new Promise<void>((resolve) => {
      flushed = resolve;
    });
    let flushes = 0;
    // Made before the event, as that of a pool is.
    const timer = setInterval(() => {
      void client.flush();
      if (++flushes > 1 && warnings.length > 0) flushed();
    }, 1);
    const calls = await callsOf(watching, () => flushedTwice);
    clearInterval(timer);
    expect(calls).toEqual([]);
    expect(warnings).toEqual([
      "flush, a watched function, was called outside of any event while the handler ran. Such calls are not recorded, and an outage does not reach them. A timer, a pool or an emitter that was made before the event makes them: AsyncResource.bind keeps the event's context.\n",
    ]);
  });

  test('has the given name, and its mark', async () => {
    const client = { send: async () => undefined };
    const calls = await callsOf(
      ({ watch }) => {
        client.send = watch(client.send, { name: 'sendMail', once: true });
      },
      () => client.send(),
    );
    expect(calls).toEqual([{ by: 0, name: 'sendMail', args: [], outcome: 'done', once: true }]);
  });

  test('that returns a query builder returns it untouched, and does not run it', async () => {
    let runs = 0;
    // biome-ignore lint/suspicious/noThenProperty: a query builder runs when it is awaited
    const builder = { then: (resolve: (rows: number) => void) => resolve(++runs) };
    const db = { from: (_table: string) => builder };
    const calls = await callsOf(
      ({ watch }) => {
        db.from = watch(db.from);
      },
      async () => {
        expect(db.from('cases')).toBe(builder);
        expect(await db.from('cases')).toBe(1);
      },
    );
    expect(calls).toHaveLength(2);
  });
});

describe('an outage', () => {
  const table = {
    rows: [] as string[],
    async put(row: string): Promise<void> {
      this.rows.push(row);
    },
    async get(): Promise<number> {
      return this.rows.length;
    },
  };
  const original = { ...table };
  const downstream: Downstream = ({ watch }) => {
    table.put = watch(original.put);
    table.get = watch(original.get);
  };
  beforeEach(() => {
    table.rows = [];
  });

  test.each([
    ['before', []],
    ['after', ['a']],
  ] as const)('lets a call fail %s it has its effect', async (effect, rows) => {
    const outage: Outage = { ...throttled, error: 'timeout', effect };
    const calls = await callsOf(downstream, async () => expect(await rejection(table.put('a'))).toBeInstanceOf(Error), [
      outage,
    ]);
    expect(table.rows).toEqual(rows);
    expect(calls).toMatchObject([
      { outcome: 'failed', error: 'TimeoutError: The connection timed out', outage: effect },
    ]);
  });

  test('hits the call at its place, and lets a second attempt through', async () => {
    await callsOf(downstream, async () => {
      await table.put('a');
      await rejection(table.put('b'));
      await table.put('b');
    }, [{ ...throttled, place: 1 }]);
    expect(table.rows).toEqual(['a', 'b']);
  });

  test('that lasts hits all later calls of the same function, and no others', async () => {
    const calls = await callsOf(downstream, async () => {
      for (let attempt = 0; attempt < 3; attempt++) await rejection(table.put('a'));
      await table.get();
    }, [{ ...throttled, lasts: true }]);
    expect(calls.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'put failed',
      'put failed',
      'put failed',
      'get done',
    ]);
  });

  test('ends for a handler that retries without end', async () => {
    const calls = await callsOf(downstream, async () => {
      while (true) {
        try {
          return await table.put('a');
        } catch {}
      }
    }, [{ ...throttled, lasts: true }]);
    expect(calls).toHaveLength(21);
  });

  test('after the effect keeps the error of a call that fails by itself', async () => {
    const failing = { put: async () => Promise.reject(new Error('known')) };
    const watching: Downstream = ({ watch }) => {
      failing.put = watch(failing.put);
    };
    const calls = await callsOf(watching, () => rejection(failing.put()), [{ ...throttled, effect: 'after' }]);
    expect(calls).toEqual([{ by: 0, name: 'put', args: [], outcome: 'failed', error: 'Error: known' }]);
  });
});

/** The clients of the AWS SDK, whose requests reach no network. */
const requests: string[] = [];
const settings = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 3,
  requestHandler: {
    handle: async ({ headers }: Any) => {
      requests.push(headers['x-amz-target']);
      return { response: { statusCode: 200, headers: {}, body: Buffer.from('{}') } };
    },
  } as Any,
};

describe('a watched client of the AWS SDK v3', () => {
  beforeEach(() => requests.splice(0));

  test('is recorded by the names of its commands, with their input', async () => {
    const client = new DynamoDBClient(settings);
    const queue = new SQSClient(settings);
    const calls = await callsOf(
      ({ watchClient }) => {
        expect(watchClient(client)).toBe(client);
        watchClient(queue, { once: ['DeleteMessageCommand'] });
      },
      async () => {
        await client.send(new PutItemCommand({ TableName: 'cases', Item: { id: { S: 'c' } } }));
        await queue.send(
          new DeleteMessageCommand({ QueueUrl: 'https://sqs.eu-central-1.amazonaws.com/1/cases', ReceiptHandle: 'r' }),
        );
      },
    );
    expect(calls).toMatchObject([
      { name: 'PutItemCommand', args: [{ TableName: 'cases', Item: { id: { S: 'c' } } }], outcome: 'done' },
      {
        name: 'DeleteMessageCommand',
        args: [{ QueueUrl: 'https://sqs.eu-central-1.amazonaws.com/1/cases', ReceiptHandle: 'r' }],
        once: true,
      },
    ]);
    expect(requests).toEqual(['DynamoDB_20120810.PutItem', 'AmazonSQS.DeleteMessage']);
  });

  test.each([
    [
      'of documents',
      () => DynamoDBDocumentClient.from(new DynamoDBClient(settings)),
      (client: Any) => client.send(new PutCommand({ TableName: 'cases', Item: { id: 'c' } })),
      'PutCommand',
      { id: 'c' },
    ],
    [
      'of documents with methods',
      () => DynamoDBDocument.from(new DynamoDBClient(settings)),
      (client: Any) => client.put({ TableName: 'cases', Item: { id: 'c' } }),
      'PutCommand',
      { id: 'c' },
    ],
    [
      'with methods',
      () => new DynamoDB(settings),
      (client: Any) => client.putItem({ TableName: 'cases', Item: { id: { S: 'c' } } }),
      'PutItemCommand',
      { id: { S: 'c' } },
    ],
  ])('may be one %s', async (_, make, put, name, Item) => {
    const client = make();
    const calls = await callsOf(
      ({ watchClient }) => watchClient(client),
      () => put(client),
    );
    expect(calls).toMatchObject([{ name, args: [{ TableName: 'cases', Item }], outcome: 'done' }]);
    expect(requests).toEqual(['DynamoDB_20120810.PutItem']);
  });

  test.each([
    ['by name', {}, 'PutItemCommand'],
    ['under the given name', { name: 'table' }, 'table'],
  ])('has its commands %s also if only its send is watched', async (_, named, name) => {
    const client = new DynamoDBClient(settings);
    const calls = await callsOf(
      ({ watch }) => {
        client.send = watch(client.send, named);
      },
      () => client.send(new PutItemCommand({ TableName: 'cases', Item: {} })),
    );
    expect(calls).toMatchObject([{ name, args: [{ TableName: 'cases', Item: {} }], outcome: 'done' }]);
  });

  test('fails all at once in an outage that lasts, without retries of its own', async () => {
    const client = new DynamoDBClient(settings);
    const other = new DynamoDBClient(settings);
    const calls = await callsOf(({ watchClient }) => [watchClient(client), watchClient(other)], async () => {
      const error: Any = await rejection(client.send(new PutItemCommand({ TableName: 'cases', Item: {} })));
      expect({ ...error }).toMatchObject({
        name: 'ThrottlingException',
        $fault: 'client',
        $retryable: { throttling: true },
        $metadata: { httpStatusCode: 400 },
      });
      await rejection(client.send(new GetItemCommand({ TableName: 'cases', Key: {} })));
      await other.send(new GetItemCommand({ TableName: 'cases', Key: {} }));
    }, [{ ...throttled, lasts: true }]);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done']);
    expect(requests).toEqual(['DynamoDB_20120810.GetItem']);
  });

  test.each([
    ['serverError', { name: 'InternalServerError', $fault: 'server', $metadata: { httpStatusCode: 500 } }],
    ['timeout', { name: 'TimeoutError', code: 'ETIMEDOUT' }],
  ] as const)('fails with %s as the SDK throws it', async (error, members) => {
    const client = new DynamoDBClient(settings);
    await callsOf(({ watchClient }) => watchClient(client), async () => {
      const thrown: Any = await rejection(client.send(new PutItemCommand({ TableName: 'cases', Item: {} })));
      expect({ ...thrown }).toMatchObject(members);
    }, [{ ...throttled, error }]);
  });

  test('takes a callback, too', async () => {
    const client = new DynamoDBClient(settings);
    const answer = (): Promise<unknown> =>
      new Promise((resolve) =>
        client.send(new PutItemCommand({ TableName: 'cases', Item: {} }), (error: unknown, data: unknown) =>
          resolve(error ?? data),
        ),
      );
    const watching: Downstream = ({ watchClient }) => watchClient(client);
    expect(await callsOf(watching, async () => expect(await answer()).toHaveProperty('$metadata'))).toMatchObject([
      { name: 'PutItemCommand', outcome: 'done' },
    ]);
    await callsOf(watching, async () => expect(await answer()).toHaveProperty('name', 'ThrottlingException'), [
      throttled,
    ]);
  });
});
