import type { Arbitrary } from 'fast-check';
import type { RelatedItemUpdatedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type RELATED_ITEM.UPDATED: a related item was changed.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function relatedItemUpdated(options?: EventOptions): Arbitrary<RelatedItemUpdatedEvent> {
  return makeEventArbitrary(['RELATED_ITEM.UPDATED'], options) as unknown as Arbitrary<RelatedItemUpdatedEvent>;
}
