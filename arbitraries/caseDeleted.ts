import type { Arbitrary } from 'fast-check';
import type { CaseDeletedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type CASE.DELETED: a case was deleted.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function caseDeleted(options?: EventOptions): Arbitrary<CaseDeletedEvent> {
  return makeEventArbitrary(['CASE.DELETED'], options) as unknown as Arbitrary<CaseDeletedEvent>;
}
