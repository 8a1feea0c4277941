import type { FactName } from '../../../model/facts/facts.ts';
import type { EventFilter } from '../../../model/rule/rule.ts';
import { countBytes, type Message, makeMessage, type Sendable } from './message.ts';

/** The names of the transports in messages. */
export type TransportName = 'lambda' | 'sqs' | 'sns' | 'snsToSqs' | 'kinesis' | 'firehose';

/** A way of events to a Lambda function: their envelope, and the meaning of the function's answer. */
export interface Transport {
  readonly name: TransportName;
  /** The largest body in bytes; EventBridge cannot deliver a larger one. */
  readonly largest: number;
  /** When failed messages come again: first, as in a stream, or after the waiting messages. */
  readonly redelivery: 'first' | 'later';
  /** Whether a missing answer is a failure: the function must answer for each record. */
  readonly needsAnswer: boolean;
  /** The receipts of a message before it is set aside, in a dead-letter queue or the like. */
  readonly attempts: number;
  /** The maximum and the default number of messages in an invocation, and who sets the maximum. */
  readonly batch: { readonly most: number; readonly usual: number; readonly because?: string };
  /** The facts behind the rules for answers, behind what follows a failure, and behind giving up a message. */
  readonly facts: { readonly answer: FactName; readonly failure: FactName; readonly givenUp: FactName };
  /** How to unpack a record; without it the function gets the event itself. */
  readonly opens?: Opening;
  /** Whether a batch on which the function throws comes again in two halves; here that counts as no receipt. */
  readonly bisects?: boolean;
  /** What a target of a rule sends in place of the event; without it the event as JSON. */
  readonly input?: TargetInput;
  /** Whether the filters before the function let a message through; without it they let everything through. */
  readonly admits?: (message: Message) => boolean;
  /** Those of these filters that decide by the event alone. */
  readonly filters?: readonly EventFilter[];
  /** The places of all filters in the template, for messages: `Mapping.FilterCriteria.Filters[0].Pattern`. */
  readonly filterNames?: readonly string[];
  /** The invocation event for a batch of messages, field for field as AWS sends it. */
  wrap(messages: readonly Message[]): object;
  /** The meaning of the function's answer for each message of the batch. */
  readAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult;
}

/** Whether the input and the filters of a transport let an event through. */
export function admitsEvent({ admits, input }: Pick<Transport, 'admits' | 'input'>, event: object): boolean {
  return admits?.(makeMessage(event as Sendable, input?.write)) ?? true;
}

/** Whether a transport brings an event to its function. */
export function deliversEvent(transport: Transport, event: object): boolean {
  return deliversMessage(transport, makeMessage(event as Sendable, transport.input?.write));
}

/** Whether a transport brings a message to its function: it is not too large for it, and the filters let it through. */
export function deliversMessage({ admits, largest }: Transport, message: Message): boolean {
  return countBytes(message) <= largest && admits?.(message) !== false;
}

/** What a target of a rule sends in place of the event. */
export interface TargetInput {
  /** Its place in the template, for messages: `Rule.Targets[0].InputTransformer`. */
  readonly name: string;
  /** The sent text. */
  write(event: object): string;
  /** The part of the event that is sent, as segments; absent if the text is made anew. */
  readonly part?: readonly string[];
  /** Where in the event a place of the sent text comes from; absent if nothing is known about it. */
  readonly locate?: (within: readonly string[]) => readonly string[] | undefined;
}

/** The member of an invocation event that holds its records. */
export type RecordsKey = 'Records' | 'records';

/** The place of the event in a batch. */
export interface Opening {
  readonly records: RecordsKey;
  /** What invokes the function: `a queue`. */
  readonly invoker: string;
  /** An outer part of the record that a function may take for the event, and what to write instead. */
  readonly outer?: { readonly takes: string; readonly advice: string };
  /** From the record to the text of the event, as segments. */
  readonly carrier: readonly [string, ...string[]];
  readonly isBase64: boolean;
  /** A description of the carrier, as a sentence. */
  readonly holds: string;
  /** The expression that unpacks the event of a record. */
  readonly code: string;
}

/** The meaning of an answer to a batch. */
export interface BatchResponseResult {
  /** The messages that come again, by index, in order. */
  readonly redelivered: readonly number[];
  /** The faults of the answer itself, in sentences. */
  readonly wrong: readonly string[];
  /** Whether Lambda ignores the whole answer, as `wrong` says. */
  readonly isIgnored?: boolean;
  /** The messages that the function reports as failed, by index; others come again because of them. */
  readonly reported: readonly number[];
  /** The messages that the transport sets aside at once, by index: they never come again. */
  readonly setAside?: readonly number[];
}

/** Every message is done. */
export const allDone: BatchResponseResult = { redelivered: [], wrong: [], reported: [] };

/** The batch comes again whole, because of the answer's faults. */
export function redeliverAll(messages: readonly Message[], wrong: readonly string[]): BatchResponseResult {
  return { redelivered: messages.map((_, place) => place), wrong, reported: [] };
}

/** The function that makes a transport's handlers, such as `viaSqs`. */
export function viaName({ name }: Transport): string {
  return `via${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
