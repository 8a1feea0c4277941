import type { FactName } from '../../../model/facts/facts.ts';
import type { Message } from './message.ts';

/** The names of the transports, as messages tell them. */
export type TransportName = 'lambda' | 'sqs' | 'sns' | 'snsToSqs' | 'kinesis' | 'firehose';

/** What brings events to a Lambda function: how it wraps them, and what it makes of the answer. */
export interface Transport {
  readonly name: TransportName;
  /** The largest body, in bytes; EventBridge cannot hand over what is larger. */
  readonly largest: number;
  /** When what failed comes again: before anything else, as in a stream, or after what waits already. */
  readonly redelivery: 'first' | 'later';
  /** A missing answer is a failure, too: the function must answer for each record. */
  readonly needsAnswer: boolean;
  /** How often a message is received before it is set aside, in a dead-letter queue or the like. */
  readonly attempts: number;
  /** How many messages an invocation has at most, and unless told otherwise. */
  readonly batch: { readonly most: number; readonly usual: number };
  /** Why an answer must be as it must, and why a message is given up in the end. */
  readonly facts: { readonly answer: FactName; readonly givenUp: FactName };
  /** How a record is opened; without it the function gets the event itself. */
  readonly opens?: Opening;
  /** The invocation event for a batch of messages, field for field as AWS sends it. */
  wrap(messages: readonly Message[]): object;
  /** What the function's answer says of each message of the batch. */
  readAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult;
}

/** The member of an invocation event that holds its records. */
export type RecordsKey = 'Records' | 'records';

/** Where the event is in a batch. */
export interface Opening {
  readonly records: RecordsKey;
  /** What invokes the function: `a queue`. */
  readonly invoker: string;
  /** What else a function may be meant for that takes an outer part of the record for the event: that part, and what to write. */
  readonly outer?: { readonly takes: string; readonly advice: string };
  /** From the record to the text of the event, step by step. */
  readonly carrier: readonly [string, ...string[]];
  readonly isBase64: boolean;
  /** What the carrier is, as a sentence. */
  readonly holds: string;
  /** The expression that gives the event of a record. */
  readonly code: string;
}

/** What an answer says of a batch. */
export interface BatchResponseResult {
  /** The places of the messages that come again, in order. */
  readonly redelivered: readonly number[];
  /** What is wrong with the answer itself, in sentences. */
  readonly wrong: readonly string[];
  /** The places that the function named as failed; others come again because of them. */
  readonly reported: readonly number[];
  /** The places that the transport sets aside at once: they never come again. */
  readonly setAside?: readonly number[];
}

/** Every message is done. */
export const allDone: BatchResponseResult = { redelivered: [], wrong: [], reported: [] };

/** The batch comes again whole, because of what is wrong with the answer. */
export function allRedelivered(messages: readonly Message[], wrong: readonly string[]): BatchResponseResult {
  return { redelivered: messages.map((_, place) => place), wrong, reported: [] };
}

/** The function that makes the handlers of a transport, such as `viaSqs`. */
export function viaName({ name }: Transport): string {
  return `via${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
