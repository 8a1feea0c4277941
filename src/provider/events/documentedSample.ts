import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { sample } from '../../../model/event/samples.ts';

/** The sample of an event kind as the documentation has it, whatever reading the event kind is of: what differs from it is shown. */
export function documentedSample({ type, itemType, domain }: EventKind): CasesEvent {
  return sample(type, domain, { itemType });
}
