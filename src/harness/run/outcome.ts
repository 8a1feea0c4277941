import { describeThrown } from '../../../model/platform/describeThrown.ts';
import type { HandlerFailure } from '../checks/checks.ts';

/** What comes out of one call of a handler, as a text to compare. */
export function makeOutcome(answer: string | undefined, failure: HandlerFailure | undefined): string | undefined {
  return failure === undefined ? answer : `${failure.kind}: ${describeThrown(failure.error)}`;
}
