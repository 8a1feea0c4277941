import type { Arbitrary } from 'fast-check';
import type { CaseUpdatedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type CASE.UPDATED: a case was updated.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function caseUpdated(options?: EventOptions): Arbitrary<CaseUpdatedEvent> {
  return makeEventArbitrary(['CASE.UPDATED'], options) as unknown as Arbitrary<CaseUpdatedEvent>;
}
