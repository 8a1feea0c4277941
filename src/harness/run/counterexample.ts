import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { EventClass } from '../../../model/event/eventClasses.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import type { ReplayPath } from './replayPath.ts';
import type { Witness } from './witness.ts';

/** A failing event, shrunk as far as time allowed. */
export interface Counterexample {
  readonly class: EventClass;
  readonly event: object;
  /** The planned event; foreign events and witnesses have none. */
  readonly planned?: PlannedEvent;
  readonly failure: HandlerFailure;
  readonly path?: ReplayPath;
  /** Whether the handler got the same event before. */
  readonly repeated?: true;
  /** The witness of an earlier run, if the event comes from it. */
  readonly witness?: Witness;
}

/** An input whose outcome counts, so it can be played again. `number` is its place among the fixed events. */
export type PlayedInput = Omit<Counterexample, 'failure' | 'path'> & { readonly number?: number };
