import type { Arbitrary } from 'fast-check';
import type { CasesEvent } from '../model/event/casesEvent.ts';
import { eventTypes } from '../model/facts/eventTypes.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';

/**
 * Events of all six types.
 * @throws InvalidArgumentError for unknown options and values, and for combinations that no event can meet
 */
export function events(options?: EventOptions): Arbitrary<CasesEvent> {
  return makeEventArbitrary(eventTypes, options);
}
