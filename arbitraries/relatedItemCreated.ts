import type { Arbitrary } from 'fast-check';
import type { RelatedItemCreatedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type RELATED_ITEM.CREATED: a comment, contact or other item was added to a case.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function relatedItemCreated(options?: EventOptions): Arbitrary<RelatedItemCreatedEvent> {
  return makeEventArbitrary(['RELATED_ITEM.CREATED'], options) as unknown as Arbitrary<RelatedItemCreatedEvent>;
}
