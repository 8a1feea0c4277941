import type { EventParts } from '../../model/event/compose.ts';
import type { Step } from '../generation/shrink.ts';
import type { Performer } from './cast.ts';
import type { Action } from './historyPlan.ts';

/** One thing that happens, while it is told. */
export interface Change {
  readonly action: Action;
  /** The differences of its event from the sample. */
  readonly step: Step;
  /** What its event says: first all of the step, then what the history says instead. */
  readonly parts: EventParts;
  readonly performer: Performer;
  /** Ids of fields that change more often than others. */
  readonly favours: readonly string[];
  /** When, in milliseconds since 1970. */
  readonly now: number;
}
