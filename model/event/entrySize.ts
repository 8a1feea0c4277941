import { limits } from '../facts/limits.ts';
import { nodeModule } from '../platform/nodeModule.ts';
import { InvalidArgumentError } from '../values/invalidArgument.ts';
import type { CasesEvent } from './casesEvent.ts';

const { Buffer } = nodeModule('node:buffer');

/** What {@link entrySize} measures: any EventBridge event. */
export type SizedEvent = Pick<CasesEvent, 'resources'> & {
  /** Who sent it. */
  readonly source: string;
  /** What kind of event it is. */
  readonly 'detail-type': string;
  /** What happened: counted as compact JSON. */
  readonly detail: unknown;
  /** When it was sent: 14 bytes, whatever it holds; none when absent. */
  readonly time?: string;
};

/**
 * The size of an event's EventBridge entry, in bytes: 14 for the time, and the UTF-8 lengths of source, detail-type,
 * detail (as compact JSON) and each resource. The delivered event is about 200 bytes larger.
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html, documented)
 * @throws InvalidArgumentError when a part that counts is missing
 */
export function entrySize(event: SizedEvent): number {
  return sizeAround(requireEvent(event), Buffer.byteLength(JSON.stringify(event.detail)));
}

/** The same of an event by `compose`, which is known to be plain data: computed by one of the functions of jsonBytes. */
export function composedSize(event: SizedEvent, bytesOf: (detail: unknown) => number): number {
  return sizeAround(event, bytesOf(event.detail));
}

function sizeAround(event: SizedEvent, ofDetail: number): number {
  let size = ofDetail + (event.time === undefined ? 0 : limits.entryTime);
  size += Buffer.byteLength(event.source) + Buffer.byteLength(event['detail-type']);
  for (const resource of event.resources) size += Buffer.byteLength(resource);
  return size;
}

function requireEvent(event: SizedEvent): SizedEvent {
  const fits =
    typeof event === 'object' &&
    event !== null &&
    typeof event.source === 'string' &&
    typeof event['detail-type'] === 'string' &&
    typeof event.detail === 'object' &&
    Array.isArray(event.resources);
  if (fits) return event;
  throw new InvalidArgumentError({
    argument: 'event',
    received: event,
    allowed: 'an EventBridge event with source, detail-type, detail and resources',
  });
}
