import { messageSizes } from '../../../model/facts/limits.ts';
import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { didYouMean, requireKnownKeys, show } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/makeLambdaContext.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { FirehoseBatch } from './batches.ts';
import { type BatchOptions, connect } from './connect.ts';
import { encodeBase64, hashMd5, hashToUuid, type Message } from './message.ts';
import { toJson } from './toJson.ts';
import { allDone, type BatchResponseResult, type Transport } from './transport.ts';

/** Node's own function, which no recording observes. */
const countBytes = loadNodeModule('node:buffer').Buffer.from;

const RESULTS = ['Ok', 'Dropped', 'ProcessingFailed'];

/**
 * A delivery stream whose records a Lambda function transforms. Failed records are not sent again, but set aside.
 * https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html (documented)
 */
export const firehose = {
  name: 'firehose',
  largest: messageSizes.firehose,
  redelivery: 'first',
  needsAnswer: true,
  attempts: 4,
  batch: { most: 10_000, usual: 10 },
  facts: { answer: 'transformedRecords', failure: 'skippedBatches', givenUp: 'transformedRecords' },
  opens: {
    records: 'records',
    invoker: 'a delivery stream',
    carrier: ['data'],
    isBase64: true,
    holds: 'The data of a record are the event as text in base64',
    code: "JSON.parse(Buffer.from(record.data, 'base64').toString())",
  },
  wrap: (messages: readonly Message[]) => {
    const [{ seed, account, region }] = messages as readonly [Message];
    return {
      invocationId: hashToUuid(`invocation ${seed}`),
      deliveryStreamArn: `arn:aws:firehose:${region}:${account}:deliverystream/cases-events`,
      region,
      records: messages.map((message) => ({
        recordId: makeRecordId(message),
        approximateArrivalTimestamp: message.sentAt,
        data: encodeBase64(message.body),
      })),
    };
  },
  readAnswer: readAnswer,
} satisfies Transport;

/**
 * Makes a handler from a Lambda function that transforms the records of a Firehose stream. It fails on an event that
 * the function answers with `ProcessingFailed`; `Dropped` is a decision.
 * @throws InvalidArgumentError for a value that is no function, and wrong options
 */
export function viaFirehose<Event = FirehoseBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return connect(firehose, lambdaHandler as Lambda, options);
}

function makeRecordId({ seed }: Message): string {
  return `${hashMd5(seed)}000000`;
}

/** Requires one answer for each record, with its own id and one of three results. */
function readAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult {
  const { records } = (toJson(answer) ?? {}) as { records?: unknown };
  if (!Array.isArray(records)) {
    return { ...allDone, wrong: [`the answer is ${show(answer)}; allowed: { records: [{ recordId, result, data }] }`] };
  }
  const places = new Map(messages.map((message, place) => [makeRecordId(message), place]));
  const answered = new Set<number>();
  const failed: number[] = [];
  const wrong: string[] = [];
  for (const record of records) {
    const { recordId, result, data } = (record ?? {}) as Record<string, unknown>;
    wrong.push(...listMisspelt(record));
    const place = places.get(recordId as string);
    if (place === undefined) wrong.push(`records has the recordId ${show(recordId)}, which no record of the batch has`);
    else if (answered.has(place)) wrong.push(`records has the recordId ${show(recordId)} twice`);
    else answered.add(place);
    if (!RESULTS.includes(result as string)) {
      wrong.push(`records has the result ${show(result)}; allowed: ${RESULTS.join(', ')}`);
    } else if (result === 'Ok' && !isBase64(data)) {
      const what = typeof data === 'string' ? show(data) : `of the type ${typeof data}`;
      wrong.push(`records has an Ok record whose data is ${what}; allowed: a text in base64`);
    }
    if (result === 'ProcessingFailed' && place !== undefined) failed.push(place);
  }
  const leftOut = messages.length - answered.size;
  if (leftOut > 0) wrong.push(`records leaves out ${leftOut} of ${messages.length} records of the batch`);
  return { redelivered: [], wrong, reported: failed, setAside: failed };
}

/** Probable misspellings of members that are absent. */
function listMisspelt(record: unknown): string[] {
  const names = Object.keys((record ?? {}) as object);
  return ['recordId', 'result', 'data']
    .filter((name) => !names.includes(name))
    .flatMap((name) =>
      names
        .filter((other) => didYouMean(other, [name]) !== undefined)
        .map((other) => `records has ${show(other)}, which Firehose does not read; allowed: ${name}`),
    );
}

function isBase64(data: unknown): boolean {
  return typeof data === 'string' && countBytes(data, 'base64').toString('base64') === data;
}
