import { Buffer } from 'node:buffer';
import { Console } from 'node:console';
import { format, inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { EventBridgeEnvelope } from '@aws-lambda-powertools/parser/envelopes/eventbridge';
import { SqsEnvelope } from '@aws-lambda-powertools/parser/envelopes/sqs';
import middy from '@middy/core';
import { z } from 'zod';
import type { Contract } from '../../contracts/contract.ts';
import type { Lambda } from '../../src/harness/lambda/invoke.ts';
import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../src/harness/transports/kinesis.ts';
import { viaSns } from '../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../src/harness/transports/sqs.ts';
import { verify } from '../../src/harness/verify.ts';
import { decodeBase64 } from '../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { contractsOf } from './contractsOf.ts';

// What `verify` says about a handler's reads: no false warning for correct handlers in any style, and one for each
// wrong handler.

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const updated = contractsOf({ 'CASE.UPDATED': ['case.caseId', 'case.templateId'] }).find(
  ({ eventType }) => eventType === 'CASE.UPDATED',
) as Contract;
const options = { runs: 0, ambiguities: 'off' } as const;
const warning = { ...options, reads: 'warn' } as const;

const { parse, stringify } = JSON;
const cloneTakenBefore = structuredClone;
const log: unknown[] = [];
const use = ({ detail }: Any): unknown[] => [detail.case.caseId, detail.case.templateId];
const compiled = (text: string): Any => new Function(`return ${text}`)();

beforeEach(() => {
  log.length = 0;
  jest.spyOn(console, 'log').mockImplementation((...given) => void log.push(...given));
  jest.spyOn(console, 'info').mockImplementation((...given) => void log.push(format(...given)));
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(text) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Like Powertools' logger, which prints what it has merged. */
const ownConsole = new Console({ stdout: process.stdout, stderr: process.stderr });

/** Like lodash and many others: clones by the names of the members, depth first. */
function cloneDeep(value: Any): Any {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneDeep);
  return Object.keys(value).reduce((copy: Any, key) => Object.assign(copy, { [key]: cloneDeep(value[key]) }), {});
}

/** Like class-transformer: makes instances of a class with all members. */
class Envelope {
  detail: Any;
  static from(value: Any): Envelope {
    const instance: Any = new Envelope();
    for (const key in value) instance[key] = typeof value[key] === 'object' ? cloneDeep(value[key]) : value[key];
    return instance;
  }
}

/** All leaves of a value by their paths. */
function flattened(value: Any, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => flattened(part, `${path}/${key}`));
}

/** Like Powertools' logger: merges copies of plain objects, and everything else unchanged. */
function merged(value: Any): Any {
  if (Array.isArray(value)) return value.map(merged);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, merged(value[key])]));
}

/** Freezes everything, like the example of MDN. */
function deepFreeze(value: Any): Any {
  for (const name of Reflect.ownKeys(value)) {
    const part = value[name];
    if ((part && typeof part === 'object') || typeof part === 'function') deepFreeze(part);
  }
  return Object.freeze(value);
}

/** Sends a value through a message channel, and handles the received copy. */
function posted(value: Any, handle: (value: Any) => unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port2.once('message', (received) => {
      port1.close();
      try {
        resolve(handle(received));
      } catch (error) {
        reject(error);
      }
    });
    port1.postMessage(value);
  });
}

const detailSchema = z.object({ case: z.object({ caseId: z.string(), templateId: z.string().optional() }) });
const eventSchema = z.object({ source: z.string(), detail: detailSchema });

/** A handler whose circuit opens for good at the first DataCloneError. */
function breaker(work: (event: Any) => unknown): Any {
  let open = false;
  return async (event: Any) => {
    if (open) throw new Error('circuit open');
    try {
      return await work(event);
    } catch (error) {
      if ((error as Error).name === 'DataCloneError') open = true;
      return undefined;
    }
  };
}

/** A handler that logs only its first event. */
function logsOnce(): Any {
  let isNew = true;
  return (event: Any) => {
    if (isNew) console.log(cloneDeep(event), JSON.stringify(event));
    isNew = false;
    return use(event);
  };
}

const queue: Any[] = [];
let isFlushing = false;

const correct: Readonly<Record<string, Any>> = {
  'destructures at the top': ({ detail: { case: refund } }: Any) => [refund.caseId, refund.templateId],
  'parses a copy by JSON': (event: Any) => use(JSON.parse(JSON.stringify(event))),
  'parses a copy of the detail by JSON': ({ detail }: Any) => use({ detail: JSON.parse(JSON.stringify(detail)) }),
  'parses a copy that holds the event': (event: Any) => use(JSON.parse(JSON.stringify({ event, at: 1 })).event),
  'parses a copy that is laid out': (event: Any) => use(JSON.parse(JSON.stringify(event, null, 2))),
  'parses a spread copy by JSON': (event: Any) => use(JSON.parse(JSON.stringify({ ...event, at: 1 }))),
  'parses a copy with a reviver': (event: Any) =>
    use(JSON.parse(JSON.stringify(event), (key, value) => (key === 'time' ? new Date(value) : value))),
  'parses a laid out copy with a reviver': (event: Any) =>
    use(JSON.parse(JSON.stringify(event, null, 1), (key, value) => (key === 'time' ? new Date(value) : value))),
  'copies by JSON as taken before': (event: Any) => use(parse(stringify(event))) && cloneDeep(event),
  clones: (event: Any) => use(structuredClone(event)),
  'clones by a function taken before': (event: Any) => use(cloneTakenBefore(event)),
  'clones a wrapped event': (event: Any) => use(structuredClone({ event }).event),
  'clones the detail': ({ detail }: Any) => use({ detail: structuredClone(detail) }),
  'serializes by v8': (event: Any) => use(deserialize(serialize(event))),
  'posts the event to a worker': (event: Any) => posted(event, use),
  'posts a part to a worker': ({ detail }: Any) => posted(detail.case, (refund) => use({ detail: { case: refund } })),
  'clones behind a circuit breaker': breaker((event) => use(structuredClone(event))),
  'posts behind a circuit breaker': breaker((event) => posted({ event }, (all) => use(all.event))),
  spreads: (event: Any) => use({ ...event }),
  assigns: (event: Any) => use(Object.assign({}, event)),
  'spreads the case': ({ detail }: Any) => use({ detail: { case: { ...detail.case } } }),
  'takes the rest': ({ source: _, ...rest }: Any) => use(rest),
  'takes the rest of the case': ({
    detail: {
      case: { fields: _, ...refund },
    },
  }: Any) => [refund.caseId, refund.templateId],
  'clones as lodash does': (event: Any) => use(cloneDeep(event)),
  'makes instances of a class': (event: Any) => use(Envelope.from(event)),
  'collects all leaves': (event: Any) => {
    const leaves = Object.fromEntries(flattened(event));
    return [leaves['/detail/case/caseId'], leaves['/detail/case/templateId']];
  },
  'collects what for…in finds': ({ detail }: Any) => {
    const found: Any = {};
    for (const name in detail.case) found[name] = detail.case[name];
    return [found.caseId, found.templateId];
  },
  'makes a Map of the case': ({ detail }: Any) => {
    const members = new Map(Object.entries(detail.case));
    return [members.get('caseId'), members.get('templateId')];
  },
  'merges as Powertools does': (event: Any) => use(merged({ event }).event),
  'freezes all': (event: Any) => use(deepFreeze(event)),
  'changes a clone': (event: Any) => {
    const copy = structuredClone(event);
    copy.detail.case.caseId += '!';
    return use(structuredClone(copy));
  },
  'only asks whether it is there': ({ detail }: Any) => 'caseId' in detail.case && 'templateId' in detail.case,
  'asks by Object.hasOwn': ({ detail }: Any) =>
    ['caseId', 'templateId'].every((name) => Object.hasOwn(detail.case, name)),
  'lists the names': ({ detail }: Any) => Object.keys(detail.case).includes('templateId'),
  'takes all members by their names': ({
    version,
    id,
    source,
    account,
    time,
    region,
    resources,
    detail,
    ...rest
  }: Any) => [version, id, source, account, time, region, resources, rest, use({ detail })],
  'logs the first event alone': logsOnce(),
  'parses with zod': (event: Any) => use(eventSchema.parse(event)),
  'parses with a loose zod schema': (event: Any) => use(z.looseObject({ detail: z.looseObject({}) }).parse(event)),
  "parses with Powertools' envelope": (event: Any) => {
    const detail = EventBridgeEnvelope.parse(event, z.looseObject({ case: z.any() }) as never) as Any;
    return use({ detail });
  },
  'is wrapped by middy, which logs': middy(async (event: Any) => use(event)).before(({ event }) => {
    log.push(JSON.stringify(event), format('%j', event), inspect(event));
  }),
  'reads by names in a list': ({ detail }: Any) => ['caseId', 'templateId'].map((name) => detail.case[name]),
  'reads after it has returned': (event: Any) => {
    setTimeout(() => log.push(use(event)), 5);
    return Promise.resolve();
  },
  'flushes a queue later': async (event: Any) => {
    queue.push(event);
    if (isFlushing) return;
    isFlushing = true;
    setTimeout(() => {
      isFlushing = false;
      for (const waiting of queue.splice(0)) log.push(use(waiting));
    }, 5);
  },
  'asks first whether it is a batch, and then clones': (event: Any) =>
    event.Records ? event.Records.length : use(cloneTakenBefore(event)),
  'asks first whether it is a batch, and reads after it has returned': async (event: Any) => {
    if ('Records' in event) return;
    setTimeout(() => log.push(use(event)), 5);
  },
};

describe('verify does not warn of a correct handler of events that', () => {
  test.each(Object.keys(correct))('%s', async (name) => {
    await verify(updated, correct[name], options);
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});

const texts = ({ Records }: Any): string[] => Records.map(({ body }: Any) => body);

const correctBehind: Readonly<Record<string, Handler>> = {
  'a queue, which clones the batch': viaSqs((async (batch: Any) =>
    texts(structuredClone(batch)).map((text) => use(JSON.parse(text)))) as Lambda),
  'a queue, which clones the batch by a function taken before': viaSqs((async (batch: Any) =>
    texts(cloneTakenBefore(batch)).map((text) => use(JSON.parse(text)))) as Lambda),
  'a queue, which copies the batch by JSON': viaSqs((async (batch: Any) =>
    texts(JSON.parse(JSON.stringify(batch))).map((text) => use(JSON.parse(text)))) as Lambda),
  'a queue, which clones as lodash does, and parses in its own way': viaSqs((async (batch: Any) =>
    texts(cloneDeep(batch)).map((text) => use(compiled(text)))) as Lambda),
  'a queue, which posts the batch': viaSqs((async (batch: Any) =>
    posted(batch, (received) => texts(received).map((text) => use(compiled(text))))) as Lambda),
  'a queue, which posts the event': viaSqs((async (batch: Any) => {
    for (const text of texts(batch)) await posted(JSON.parse(text), use);
  }) as Lambda),
  'a queue, which spreads all': viaSqs((async ({ ...batch }: Any) =>
    batch.Records.map(({ ...record }: Any) => use({ ...JSON.parse(record.body) }))) as Lambda),
  'a queue, with Powertools': viaSqs((async (batch: Any) =>
    (SqsEnvelope.parse(batch, z.string().transform((text) => JSON.parse(text)) as never) as Any[]).map(use)) as Lambda),
  'a queue, which parses after it has returned': viaSqs((async (batch: Any) => {
    setTimeout(() => log.push(texts(batch).map((text) => use(JSON.parse(text)))), 5);
  }) as Lambda),
  'a queue, which logs all': viaSqs((async (batch: Any) => {
    log.push(JSON.stringify(batch), format('%j', batch), inspect(batch));
    return texts(batch).map((text) => use(JSON.parse(text)));
  }) as Lambda),
  'a queue or a rule': viaSqs((async (event: Any) =>
    event.detail ? use(event) : texts(event).map((text) => use(JSON.parse(text)))) as Lambda),
  'a queue, with raw delivery or without': viaSqs((async (batch: Any) =>
    texts(batch).map((text) => {
      const body = JSON.parse(text);
      return use(body.Type === 'Notification' ? JSON.parse(body.Message) : body);
    })) as Lambda),
  'a topic': viaSns((async ({ Records }: Any) =>
    Records.map(({ Sns }: Any) => use(JSON.parse(Sns.Message)))) as Lambda),
  'a topic, with the record copied': viaSns((async ({ Records: [{ ...record }] }: Any) =>
    use(compiled({ ...record.Sns }.Message))) as Lambda),
  'a queue of a topic': viaSnsToSqs((async (batch: Any) =>
    texts(batch).map((text) => use(JSON.parse(JSON.parse(text).Message)))) as Lambda),
  'a queue of a topic, with parsers of its own': viaSnsToSqs((async (batch: Any) =>
    texts(batch).map((text) => use(compiled(compiled(text).Message)))) as Lambda),
  'a queue of a topic, with a copy of the notification': viaSnsToSqs((async (batch: Any) =>
    texts(batch).map((text) => use(compiled(cloneDeep(JSON.parse(text)).Message)))) as Lambda),
  'a queue of a topic, raw or not': viaSnsToSqs(
    (async (batch: Any) =>
      texts(batch).map((text) => {
        const body = JSON.parse(text);
        return use(body.detail ? body : JSON.parse(body.Message));
      })) as Lambda,
    { raw: true },
  ),
  'a stream': viaKinesis((async ({ Records }: Any) =>
    Records.map(({ kinesis }: Any) => use(JSON.parse(decodeBase64(kinesis.data))))) as Lambda),
  'a stream, decodeBase64 by atob and parsed in its own way': viaKinesis((async ({ Records }: Any) =>
    Records.map(({ kinesis }: Any) => use(compiled(atob(kinesis.data).replaceAll('\u0000', ''))))) as Lambda),
  'a stream, which tries whether it is base64': viaKinesis((async ({ Records }: Any) =>
    Records.map(({ kinesis: { data } }: Any) => {
      try {
        return use(JSON.parse(data));
      } catch {
        return use(JSON.parse(decodeBase64(data)));
      }
    })) as Lambda),
  'a delivery stream, which passes on what it has searched': viaFirehose((async ({ records }: Any) => ({
    records: records.map(({ recordId, data }: Any) => ({
      recordId,
      result: decodeBase64(data).includes('CASE.UPDATED') ? 'Ok' : 'Dropped',
      data,
    })),
  })) as Lambda),
};

describe('verify does not warn of a correct function behind', () => {
  test.each(Object.keys(correctBehind))('%s', async (name) => {
    await verify(updated, correctBehind[name] as Handler, options);
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});

const nothingIsRead = 'declared, never read: case.caseId, case.templateId';

describe('verify warns of a handler without any declared read that', () => {
  test.each<[string, Any]>([
    ['returns early', () => undefined],
    ['writes it as JSON', (event: Any) => console.log(JSON.stringify(event))],
    ['writes it by %j', (event: Any) => console.info('got %j', event)],
    ['writes it as indented JSON', (event: Any) => console.log('got', JSON.stringify(event, null, 2))],
    ['writes it by %j, and prints that', (event: Any) => console.log(format('%j', event))],
    ['writes it by a JSON.stringify taken before', (event: Any) => console.log(stringify(event))],
    ['writes an object that holds it', (event: Any) => console.log(JSON.stringify({ message: 'got', event }))],
    ['prints it to standard output', (event: Any) => process.stdout.write(`${JSON.stringify(event)}\n`)],
    ['writes it twice', (event: Any) => [console.log(JSON.stringify(event)), console.log(JSON.stringify(event))]],
    ['writes the detail', ({ detail }: Any) => console.log(JSON.stringify(detail))],
    ['writes the whole and a part', (event: Any) => console.log(JSON.stringify(event), JSON.stringify(event.detail))],
    ['prints it', (event: Any) => log.push(inspect(event, { depth: 9 }), format('%o', event))],
    ["logs it as Powertools' logger does", (event: Any) => ownConsole.info(JSON.stringify(merged({ event })))],
    ['clones it', (event: Any) => log.push(structuredClone(event))],
    ['spreads it and returns early', ({ ...event }: Any) => event.source === 'aws.other' && use(event)],
    ['returns a copy of it', async (event: Any) => ({ ...event, more: event.resources })],
    ['returns it unchanged', async (event: Any) => event],
    ['parses a copy of it', (event: Any) => log.push(JSON.parse(JSON.stringify(event)))],
    ['clones it and reads something else', (event: Any) => structuredClone(event).detail.eventType === 'CASE.UDPATED'],
    ['copies it by JSON and reads something else', (event: Any) => JSON.parse(JSON.stringify(event)).detail.eventType],
    ['spreads it and reads something else', ({ ...event }: Any) => event.detail.eventType],
    ['keeps a timer running for ever', keepsTimer()],
  ])('%s', async (_, handler) => {
    await verify(updated, handler, warning);
    expect(warnings).toEqual([expect.stringContaining(nothingIsRead)]);
    await expect(verify(updated, handler, options)).rejects.toThrow(nothingIsRead);
  });

  /** Its first call starts a timer that never ends. */
  function keepsTimer(): Any {
    let timer: NodeJS.Timeout | undefined;
    return async ({ id }: Any) => {
      timer ??= setInterval(() => undefined, 1_000);
      timer.unref();
      return id;
    };
  }

  test('skips repeats, and otherwise reads every member by name', async () => {
    const seen = new Set<string>();
    const handler = ({ detail }: Any) => {
      if (seen.has(detail.eventType)) return undefined;
      seen.add(detail.eventType);
      return Object.keys(detail.case).map((name) => detail.case[name]);
    };
    await verify(updated, handler, options);
    expect(warnings).toEqual([expect.stringContaining('It read case.caseId, case.templateId of the first event')]);
  });

  test('skips repeats, and otherwise logs them', async () => {
    const seen = new Set<string>();
    const handler = (event: Any) => {
      console.log(JSON.stringify(event), structuredClone(event));
      if (seen.has(event.detail.case.templateId)) return undefined;
      seen.add(event.detail.case.templateId);
      return use(event);
    };
    await verify(updated, handler, options);
    expect(warnings).toEqual([
      expect.stringContaining('the handler skips events as duplicates: give `reset`. It read case.caseId'),
    ]);
  });
});

const mistaken: Readonly<Record<string, readonly [Any, string]>> = {
  'of batches that logs': [
    (event: Any) => {
      console.log(JSON.stringify(event), inspect(event));
      console.info('%j', event);
      return event.Records?.length;
    },
    'reads `Records`, and nothing of the event',
  ],
  'of batches that clones': [
    (event: Any) => structuredClone(event).Records?.length,
    'reads `Records`, and nothing of the event',
  ],
  'of batches that copies by JSON': [
    (event: Any) => JSON.parse(JSON.stringify(event)).Records?.length,
    'reads `Records`, and nothing of the event',
  ],
  'of batches of Firehose that logs': [
    (event: Any) => [console.log(JSON.stringify(event)), event.records?.length],
    'Write viaFirehose(handler).',
  ],
  'of one event that logs, behind a queue': [
    viaSqs((async (event: Any) => [
      console.log(JSON.stringify(event), structuredClone(event)),
      event.detail?.case,
    ]) as Lambda),
    'reads `detail`, `detail-type` or `source`, and never `Records`; allowed: with viaSqs',
  ],
  'of one event that clones, behind a queue': [
    viaSqs((async (event: Any) => structuredClone(event).detail?.case) as Lambda),
    'and never `Records`; allowed: with viaSqs',
  ],
  'of one event that takes its id, behind a queue': [
    viaSqs((async ({ id }: Any) => id) as Lambda),
    'and never `Records`; allowed: with viaSqs',
  ],
  'of one event that takes the rest, behind a queue': [
    viaSqs((async ({ detail, ...rest }: Any) => [detail?.case, rest]) as Lambda),
    'and never `Records`; allowed: with viaSqs',
  ],
  'of one event that spreads, behind a queue': [
    viaSqs((async ({ ...event }: Any) => event.detail?.case.caseId) as Lambda),
    'and never `Records`; allowed: with viaSqs',
  ],
  'of one event that assigns, behind a topic': [
    viaSns((async (event: Any) => Object.assign({}, event).detail?.case.caseId) as Lambda),
    'and never `Records`; allowed: with viaSns',
  ],
  'of batches that spreads': [
    ({ ...batch }: Any) => batch.Records?.map(({ body }: Any) => use(JSON.parse(body))),
    'reads `Records`, and nothing of the event',
  ],
  'of batches of a stream that spreads': [
    ({ ...batch }: Any) => batch.Records?.map(({ kinesis }: Any) => use(JSON.parse(decodeBase64(kinesis.data)))),
    'reads `Records`, and nothing of the event',
  ],
  'of batches of Firehose that spreads': [
    ({ ...batch }: Any) => batch.records?.map(({ data }: Any) => use(JSON.parse(decodeBase64(data)))),
    'Write viaFirehose(handler).',
  ],
  'of Firehose behind a stream': [
    viaKinesis((async ({ records = [] }: Any) => ({ records: records.map(decodeBase64) })) as Lambda),
    'handler is a function that reads `records`, and never `Records`; allowed: with viaKinesis, the function that unpacks the Records of a batch. An invocation through kinesis has no records. So the function did nothing for "refunds handles CASE.UPDATED". Write viaFirehose(handler).',
  ],
  'that takes a record of a queue for the event': [
    viaSqs((async ({ Records }: Any) => Records.map((record: Any) => record.detail?.case)) as Lambda),
    'handler is a function that treats the record itself as the event; allowed: with viaSqs, one that opens each record: JSON.parse(record.body). The body of a record is the event as text.',
  ],
  'that takes what a topic sends for the event': [
    viaSns((async ({ Records }: Any) => Records.map(({ Sns }: Any) => Sns.detail?.case)) as Lambda),
    'treats `Sns` as the event; allowed: with viaSns, one that opens each record: JSON.parse(record.Sns.Message).',
  ],
  'that takes the notification of a topic for the event': [
    viaSnsToSqs((async (batch: Any) => texts(batch).map((text) => JSON.parse(text).detail?.case)) as Lambda),
    'handler is a function that treats `body` as the event; allowed: with viaSnsToSqs, one that opens each record: JSON.parse(JSON.parse(record.body).Message). The body of a record is the topic\'s notification as text, whose Message is the event as text. So the function did nothing for "refunds handles CASE.UPDATED". Let it read the event of JSON.parse(JSON.parse(record.body).Message), or write viaSnsToSqs(handler, { raw: true }), if the topic delivers raw messages, or viaSqs(handler), if a rule sends to the queue itself.',
  ],
  'that parses base64 without decoding it': [
    viaKinesis((async ({ Records }: Any) => {
      for (const { kinesis } of Records) {
        try {
          use(JSON.parse(kinesis.data));
        } catch {
          // On to the next one.
        }
      }
    }) as Lambda),
    "treats the undecoded `kinesis.data` as the event; allowed: with viaKinesis, one that opens each record: JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString()). kinesis.data of a record is the event as text in base64.",
  ],
  'that asks records of a stream for a body': [
    viaKinesis((async ({ Records }: Any) => Records.map(({ body }: Any) => body && use(JSON.parse(body)))) as Lambda),
    "handler is a function that opens `body` of a record; allowed: with viaKinesis, one that opens each record: JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString()). kinesis.data of a record is the event as text in base64. So the function did nothing for \"refunds handles CASE.UPDATED\". Write viaSqs(handler), if a queue invokes it; else let it read the event of JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString()).",
  ],
  'of a queue behind a topic': [
    viaSns((async ({ Records }: Any) => Records.map(({ body }: Any) => body && use(JSON.parse(body)))) as Lambda),
    'handler is a function that opens `body` of a record; allowed: with viaSns, one that opens each record: JSON.parse(record.Sns.Message). Sns.Message of a record is the event as text. So the function did nothing for "refunds handles CASE.UPDATED". Write viaSqs(handler), if a queue invokes it; else let it read the event of JSON.parse(record.Sns.Message).',
  ],
  'of a topic behind a queue': [
    viaSqs((async ({ Records }: Any) => Records.map(({ Sns }: Any) => Sns && use(JSON.parse(Sns.Message)))) as Lambda),
    'Write viaSns(handler), if a topic invokes it; else let it read the event of JSON.parse(record.body).',
  ],
  'of a stream behind a queue': [
    viaSqs((async ({ Records }: Any) =>
      Records.map(({ kinesis }: Any) => kinesis && use(JSON.parse(decodeBase64(kinesis.data))))) as Lambda),
    'Write viaKinesis(handler), if a data stream invokes it; else let it read the event of JSON.parse(record.body).',
  ],
  'that reads a body from the records of a delivery stream': [
    viaFirehose((async ({ records }: Any) => records.map(({ body }: Any) => body && use(JSON.parse(body)))) as Lambda),
    "Let it read the event of JSON.parse(Buffer.from(record.data, 'base64').toString()).",
  ],
};

describe("a warning says that a function takes the event's text for the event and never parses it, behind", () => {
  const take = async (event: Any) => (event.detail ? event.detail.case.caseId : undefined);
  test.each<[string, Handler, string]>([
    ['a queue', viaSqs((async ({ Records: [record] }: Any) => void (await take(record.body))) as Lambda), '`body`'],
    [
      'a queue, with the text passed on',
      viaSqs((async ({ Records }: Any) => void Records.map(({ body }: Any) => log.push(body))) as Lambda),
      'JSON.parse(record.body)',
    ],
    [
      'a topic',
      viaSns((async ({ Records: [{ Sns }] }: Any) => void (await take(Sns.Message))) as Lambda),
      '`Sns.Message`',
    ],
    [
      'a topic and a queue',
      viaSnsToSqs((async ({ Records: [{ body }] }: Any) => void (await take(JSON.parse(body).Message))) as Lambda),
      'JSON.parse(JSON.parse(record.body).Message)',
    ],
    [
      'a stream',
      viaKinesis(
        (async ({ Records: [{ kinesis }] }: Any) =>
          void (await take(Buffer.from(kinesis.data, 'base64').toString()))) as Lambda,
      ),
      '`kinesis.data`',
    ],
  ])('%s', async (_, handler, told) => {
    await verify(updated, handler, warning);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('the function also accepts a text that is not JSON: it never parses');
    expect(warnings[0]).toContain(told);
  });
});

describe('verify refuses a handler for other invocations:', () => {
  test.each(Object.keys(mistaken))('%s', async (name) => {
    const [handler, message] = mistaken[name] as (typeof mistaken)[string];
    await expect(verify(updated, handler, options)).rejects.toThrow(message);
  });
});

test.each<[string, Handler, string]>([
  [
    'parses a notification and never takes its message',
    viaSnsToSqs((async (batch: Any) => texts(batch).map((text) => JSON.parse(text).Type)) as Lambda),
    "Behind snsToSqs the function reads `body`, but not the event in it. The body of a record is the topic's notification as text, whose Message is the event as text: JSON.parse(JSON.parse(record.body).Message).",
  ],
  [
    'passes on the data unchanged',
    viaFirehose((async ({ records }: Any) => ({
      records: records.map(({ recordId, data }: Any) => ({ recordId, result: 'Ok', data })),
    })) as Lambda),
    "Behind firehose the function reads `data`, but not the event in it. The data of a record are the event as text in base64: JSON.parse(Buffer.from(record.data, 'base64').toString()).",
  ],
  [
    'only logs a batch',
    viaSqs((async (batch: Any) => console.log(JSON.stringify(batch))) as Lambda),
    'Behind sqs the function never looks into a record: does it return early? Writing the event to a log or a copy does not count as a read.',
  ],
])('a warning names what a function leaves unread if it %s', async (_, handler, why) => {
  await verify(updated, handler, warning);
  expect(warnings).toEqual([`refunds handles CASE.UPDATED: ${nothingIsRead}. ${why}\n`]);
});
