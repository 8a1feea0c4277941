import { nodeModule } from '../../../model/platform/nodeModule.ts';
import { hexHash } from '../../../model/platform/nodeModules.ts';

const { Buffer } = nodeModule('node:buffer');

/** Something on its way to a Lambda function: what a transport carries, and how often it was received. */
export interface Message {
  /** What is carried: an event as JSON, or what is none. */
  readonly body: string;
  /** What the transport's ids are made of: the same text gives the same ids. */
  readonly seed: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Its place among those that were sent, for transports that keep an order. */
  readonly sequence: number;
  /** 1 for the first time. */
  readonly receiveCount: number;
  readonly account: string;
  readonly region: string;
}

/** Of an event, what its message is made of. */
export interface Sendable {
  readonly id: string;
  readonly time: string;
  readonly account: string;
  readonly region: string;
}

/** The message of an event that is received for the first time. */
export function makeMessage(event: Sendable): Message {
  const { id, time, account, region } = event;
  const body = JSON.stringify(event);
  return { body, seed: id, sentAt: Date.parse(time), sequence: 0, receiveCount: 1, account, region };
}

/** What the ids of another message of the same event are made of: sent twice, it has two. */
export function copySeed(seed: string, copy: number): string {
  return copy === 1 ? seed : `${seed}#${copy}`;
}

/** The id of the event that is carried. */
export function readEventId({ seed }: Message): string {
  return seed.replace(/#\d+$/, '');
}

/** The size of a message's body in bytes. */
export function countBytes({ body }: Message): number {
  return Buffer.byteLength(body);
}

/** The MD5 of a text in hexadecimal, as SQS tells it. */
export function md5(text: string): string {
  return hexHash('md5', text);
}

/** A UUID of a text, the same for the same text. */
export function hashToUuid(text: string): string {
  return md5(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** Text as base64. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A number that grows with the order in which messages were sent, from one of the right length. */
export function sequenceNumberFrom(first: bigint, { sentAt, sequence }: Message): string {
  return `${first + BigInt(sentAt) * 1000n + BigInt(sequence)}`;
}
