import type { Shape } from '../../../arbitraries/variations/shape.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { sample } from '../../../model/event/samples.ts';

/** The sample of a shape as the documentation has it, whatever reading the shape is of: what differs from it is shown. */
export function documentedSample({ type, itemType, domain }: Shape): CasesEvent {
  return sample(type, domain, { itemType });
}
