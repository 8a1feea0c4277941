import type { Arbitrary } from 'fast-check';
import type { RelatedItemDeletedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type RELATED_ITEM.DELETED: a related item was removed from its case.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function relatedItemDeleted(options?: EventOptions): Arbitrary<RelatedItemDeletedEvent> {
  return makeEventArbitrary(['RELATED_ITEM.DELETED'], options) as unknown as Arbitrary<RelatedItemDeletedEvent>;
}
