import { limits } from '../facts/limits.ts';
import { loadNodeModule } from '../platform/loadNodeModule.ts';
import { InvalidArgumentError } from '../values/invalidArgument.ts';
import type { CasesEvent } from './casesEvent.ts';

const { Buffer } = loadNodeModule('node:buffer');

/** The argument of {@link entrySize}: any EventBridge event. */
export type SizedEvent = Pick<CasesEvent, 'resources'> & {
  /** The sender. */
  readonly source: string;
  /** The kind of event. */
  readonly 'detail-type': string;
  /** The content, counted as compact JSON. */
  readonly detail: unknown;
  /** When it was sent: 14 bytes for any value, 0 if absent. */
  readonly time?: string;
};

/**
 * The size of an event's EventBridge entry in bytes: 14 for the time, plus the UTF-8 lengths of source, detail-type,
 * detail (as compact JSON) and each resource. The delivered event is about 200 bytes larger.
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html, documented)
 * @throws InvalidArgumentError if a counted part is missing
 */
export function entrySize(event: SizedEvent): number {
  return measureAround(requireEvent(event), Buffer.byteLength(writeDetail(event.detail)));
}

/**
 * The entry size of an event from `compose`. Such an event is plain data, so `countJsonBytes` measures it
 * faster.
 */
export function measureComposed(event: SizedEvent, bytesOf: (detail: unknown) => number): number {
  return measureAround(event, bytesOf(event.detail));
}

function measureAround(event: SizedEvent, ofDetail: number): number {
  let size = ofDetail + (event.time === undefined ? 0 : limits.entryTime);
  size += Buffer.byteLength(event.source) + Buffer.byteLength(event['detail-type']);
  for (const resource of event.resources) size += Buffer.byteLength(resource);
  return size;
}

function writeDetail(detail: unknown): string {
  let because = 'JSON.stringify writes nothing of it';
  try {
    const text: unknown = JSON.stringify(detail);
    if (typeof text === 'string') return text;
  } catch (error) {
    because = `JSON.stringify fails: ${(error as Error).message.split('\n', 1)[0]}`;
  }
  throw new InvalidArgumentError({ argument: 'event.detail', received: detail, allowed: 'JSON', because });
}

function requireEvent(event: SizedEvent): SizedEvent {
  const fits =
    typeof event === 'object' &&
    event !== null &&
    typeof event.source === 'string' &&
    typeof event['detail-type'] === 'string' &&
    typeof event.detail === 'object' &&
    (event.time === undefined || typeof event.time === 'string') &&
    Array.isArray(event.resources) &&
    event.resources.every((resource: unknown) => typeof resource === 'string');
  if (fits) return event;
  throw new InvalidArgumentError({
    argument: 'event',
    received: event,
    allowed: 'an EventBridge event: source, detail-type and time as texts, a list of texts as resources, and detail',
  });
}
