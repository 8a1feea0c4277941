import type { Arbitrary } from 'fast-check';
import type { CaseCreatedEvent } from '../model/event/casesEvent.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of type CASE.CREATED: a case was created.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function caseCreated(options?: EventOptions): Arbitrary<CaseCreatedEvent> {
  return makeEventArbitrary(['CASE.CREATED'], options) as unknown as Arbitrary<CaseCreatedEvent>;
}
