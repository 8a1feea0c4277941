import fc, { type Arbitrary } from 'fast-check';
import { plainCopy } from '../src/event/plainCopy.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../src/facts/eventTypes.ts';
import type { Spoilt } from './malformed/defect.ts';
import { defects } from './malformed/defects.ts';
import { type EventOptions, eventsOf } from './options.ts';

/**
 * Near-misses: valid events with one defect that no domain and no reading of AWS's open points excuses. They shrink to
 * the sample with that defect.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function malformedEvents(options?: EventOptions): Arbitrary<unknown> {
  const valid = eventsOf(eventTypes, options);
  const either = fc.record({ event: valid, choice: fc.nat() });
  return either.map(({ event, choice }) => spoilt(event as unknown as Spoilt, choice));
}

function spoilt(event: Spoilt, choice: number): unknown {
  const type = String(event.detail?.eventType).replace('CASE.RELATED_ITEM.', 'RELATED_ITEM.') as EventType;
  const ofType = isRelatedItemEventType(type) ? defects.ofItem : defects.ofCase;
  const copy = plainCopy(event);
  // Not every defect fits every event: the next one that does is taken.
  for (let offset = 0; offset < ofType.length; offset++) {
    if (ofType[(choice + offset) % ofType.length]?.spoil(copy)) break;
  }
  return copy;
}
