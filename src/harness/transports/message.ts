import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { hashToHex } from '../../../model/platform/nodeModules.ts';

const { Buffer } = loadNodeModule('node:buffer');

/** A message on its way to a Lambda function: its content, and how often it was received. */
export interface Message {
  /** The content: an event as JSON, or something else. */
  readonly body: string;
  /** Determines the transport's ids: the same text gives the same ids. */
  readonly seed: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Its place in the order of sending, for transports that keep an order. */
  readonly sequence: number;
  /** 1 for the first receipt. */
  readonly receiveCount: number;
  readonly account: string;
  readonly region: string;
}

/** The members of an event that its message depends on. */
export interface Sendable {
  readonly id: string;
  readonly time: string;
  readonly account: string;
  readonly region: string;
}

/** Members of an event that a rule delivers. */
export const OF_AN_EVENT: readonly string[] = [
  'detail',
  'detail-type',
  'source',
  'id',
  'time',
  'version',
  'account',
  'resources',
];

/** Those of them that neither a record nor a notification has. */
export const TELLING: readonly string[] = OF_AN_EVENT.slice(0, 3);

/** Whether a name is that of a member of an event. */
export function isMemberOfEvent(name: string | undefined): boolean {
  return name !== undefined && OF_AN_EVENT.includes(name);
}

/**
 * The message of an event at its first receipt.
 * @param write the text that is sent for an event; the event as JSON by default
 */
export function makeMessage(event: Sendable, write: (event: object) => string = JSON.stringify): Message {
  const { id, time, account, region } = event;
  const body = write(event);
  return { body, seed: id, sentAt: Date.parse(time), sequence: 0, receiveCount: 1, account, region };
}

/** The seed for another message of the same event: an event sent twice has two messages. */
export function copySeed(seed: string, copy: number): string {
  return copy === 1 ? seed : `${seed}#${copy}`;
}

/** The id of the carried event. */
export function readEventId({ seed }: Message): string {
  return seed.replace(/#\d+$/, '');
}

/** The size of a message's body in bytes. */
export function countBytes({ body }: Message): number {
  return Buffer.byteLength(body);
}

/** The MD5 of a text in hexadecimal, as in SQS records. */
export function hashMd5(text: string): string {
  return hashToHex('md5', text);
}

/** The UUID of a text, always the same. */
export function hashToUuid(text: string): string {
  return hashMd5(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** Text as base64. */
export function encodeBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A number that grows in the order of sending, starting at one of the right length. */
export function makeSequenceNumberFrom(first: bigint, { sentAt, sequence }: Message): string {
  return `${first + BigInt(sentAt) * 1000n + BigInt(sequence)}`;
}
