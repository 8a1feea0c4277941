import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { InvalidArgumentError, requireKnownKeys, show } from '../../../model/values/invalidArgument.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { LambdaCallback, LambdaContext } from '../lambda/lambdaContext.ts';
import { requireFunction } from '../lambda/requireFunction.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { quietly } from '../recording/readNotes.ts';
import type { FirehoseBatch, QueueBatch, StreamBatch, TopicBatch } from './batches.ts';
import { lookAt } from './batchLook.ts';
import { callLambda } from './callLambda.ts';
import { firehose } from './firehose.ts';
import { ignoredAnswer } from './ignoredAnswer.ts';
import { kinesis } from './kinesis.ts';
import { lambda } from './lambda.ts';
import { base64, countBytes, type Message, makeMessage, type Sendable } from './message.ts';
import { sns } from './sns.ts';
import { snsToSqs, snsToSqsRaw } from './snsToSqs.ts';
import { sqs, sqsFifo } from './sqs.ts';
import { type BatchResponseResult, type Transport, viaName } from './transport.ts';

/** How many records come at once. */
export interface BatchOptions {
  /** The most records of one invocation, which `verifyDelivery` fills; what the event source mapping is told. */
  readonly batchSize?: number;
}

/** Options of {@link viaSqs}. */
export interface SqsOptions extends BatchOptions {
  /** A FIFO queue: one message group, content-based deduplication. */
  readonly fifo?: boolean;
}

/** Options of {@link viaSnsToSqs}. */
export interface SnsToSqsOptions extends BatchOptions {
  /** Raw message delivery: the body of a record is the event, not the notification. */
  readonly raw?: boolean;
}

/** A handler that a transport brings its events to. */
export interface Connected {
  readonly transport: Transport;
  readonly lambdaHandler: Lambda;
  /** The most records of one invocation. */
  readonly batchSize: number;
  /** The call that made it, as a test writes it. */
  readonly code: string;
}

const connections = new WeakMap<object, Connected>();

/** What is behind a handler that one of the `via…` functions made. */
export function findConnection(handler: Handler): Connected | undefined {
  return connections.get(handler);
}

/** The handler as a test writes it, for a call that is to be copied. */
export function formatCode(handler: Handler): string {
  return findConnection(handler)?.code ?? 'handler';
}

/**
 * A handler of events of a Lambda function that EventBridge invokes itself, with one event each time.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaLambda<Event = CasesEvent, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return via(lambda, lambdaHandler as Lambda, options);
}

/**
 * A handler of events of a Lambda function behind an SQS queue, with partial batch responses. It fails on an event that
 * the function reports as failed.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaSqs<Event = QueueBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: SqsOptions = {},
): Handler {
  requireKnownKeys('options', options, ['fifo', 'batchSize']);
  return via(flag('fifo', options.fifo) ? sqsFifo : sqs, lambdaHandler as Lambda, options);
}

/**
 * A handler of events of a Lambda function that subscribes to an SNS topic, with one record each time. Events that are
 * larger than a topic takes (262,144 bytes as delivered) do not reach it.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaSns<Event = TopicBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return via(sns, lambdaHandler as Lambda, options);
}

/**
 * A handler of events of a Lambda function behind an SQS queue that subscribes to an SNS topic, with partial batch
 * responses.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaSnsToSqs<Event = QueueBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: SnsToSqsOptions = {},
): Handler {
  requireKnownKeys('options', options, ['raw', 'batchSize']);
  return via(flag('raw', options.raw) ? snsToSqsRaw : snsToSqs, lambdaHandler as Lambda, options);
}

/**
 * A handler of events of a Lambda function behind a Kinesis data stream, with partial batch responses.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaKinesis<Event = StreamBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return via(kinesis, lambdaHandler as Lambda, options);
}

/**
 * A handler of events of a Lambda function that transforms the records of a Firehose stream. It fails on an event that
 * the function answers with `ProcessingFailed`; `Dropped` is a decision.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function viaFirehose<Event = FirehoseBatch, Context = LambdaContext, Callback = LambdaCallback>(
  lambdaHandler: (event: Event, context: Context, callback: Callback) => unknown,
  options: BatchOptions = {},
): Handler {
  requireKnownKeys('options', options, ['batchSize']);
  return via(firehose, lambdaHandler as Lambda, options);
}

function via(transport: Transport, lambdaHandler: Lambda, options: BatchOptions): Handler {
  const name = viaName(transport);
  requireFunction(lambdaHandler, {
    argument: `the first argument of ${name}`,
    allowed: 'the function that Lambda calls',
    todo: 'Import it by its name, as the Lambda configuration names it',
    giving: (code) => `${name}(${code})`,
  });
  const inner = connections.get(lambdaHandler);
  if (inner !== undefined) {
    throw new InvalidArgumentError({
      argument: `the first argument of ${name}`,
      received: lambdaHandler,
      allowed: 'the function that Lambda calls',
      because: `This is one already that ${inner.transport.name} brings its events to`,
    });
  }
  const handler = async (event: Sendable, context: object): Promise<void> => {
    const messages = [makeMessage(event)];
    if (countBytes(messages[0] as (typeof messages)[number]) > transport.largest) return;
    const batch = transport.wrap(messages);
    await bring(connection, messages, lookAt(event)?.invokedWith(batch) ?? batch, context);
  };
  const batchSize = resolveBatchSize(transport, options);
  const connection = { transport, lambdaHandler, batchSize, code: `${name}(handler${written(options)})` };
  connections.set(handler, connection);
  return handler as Handler;
}

/**
 * A handler that brings the event, then a text that is not JSON in its place. It fails where the function fails, or answers
 * otherwise: so it passes for a function that takes any text.
 */
export function takingAnyText(connection: Connected): Handler {
  const handler = async (event: Sendable, context: object): Promise<void> => {
    const message = makeMessage(event);
    const answers: unknown[] = [];
    for (const body of [message.body, 'not JSON']) {
      const messages = [{ ...message, body }];
      const result = await bring(connection, messages, connection.transport.wrap(messages), context);
      const text = quietly(() => JSON.stringify(result)) as string | undefined;
      answers.push(text?.replaceAll(JSON.stringify(body).slice(1, -1), '').replaceAll(base64(body), ''));
    }
    if (answers[0] !== answers[1]) throw new Error(`The function answers ${answers.join(' and ')}.`);
  };
  return handler as Handler;
}

async function bring(
  { lambdaHandler, transport }: Connected,
  messages: readonly Message[],
  invokedWith: object,
  context: object,
): Promise<unknown> {
  const { result, ignored } = await callLambda(lambdaHandler, invokedWith, context);
  // An answer may hold parts of the event: that we look into them is no read of the function.
  quietly(() => {
    requireDone(transport, transport.readAnswer(result, messages), result);
    const lost = ignoredAnswer(transport, ignored, messages);
    if (lost !== undefined) throw new Error(`Through ${transport.name}: ${lost}.`);
  });
  return result;
}

function requireDone(transport: Transport, { wrong, reported }: BatchResponseResult, answer: unknown): void {
  const { name } = transport;
  const [first] = wrong;
  if (first !== undefined) throw new Error(`Through ${name}: ${first}.`);
  if (reported.length > 0)
    throw new Error(
      `Through ${name}: the function reported the record of this event as failed: ${show(answer, 3)}. An error that it caught is not in its answer: log it in the catch, or verify what it does with one event without ${viaName(transport)}.`,
    );
}

/** Options that were given, as a further argument; they are numbers and flags. */
function written(options: BatchOptions): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `, { ${given.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}

function flag(name: string, received: unknown = false): boolean {
  if (typeof received === 'boolean') return received;
  throw new InvalidArgumentError({ argument: `options.${name}`, received, allowed: 'true or false' });
}

function resolveBatchSize({ batch }: Transport, { batchSize = batch.usual }: BatchOptions): number {
  if (Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= batch.most) return batchSize;
  throw new InvalidArgumentError({
    argument: 'options.batchSize',
    received: batchSize,
    ...(batch.most === 1
      ? { allowed: '1', because: 'Such a function is invoked with one event each time' }
      : {
          allowed: `a whole number from 1 to ${batch.most.toLocaleString('en')}`,
          because: 'It is the most that the event source mapping of this transport takes',
        }),
  });
}
