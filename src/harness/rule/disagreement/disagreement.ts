import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';

/** How to let an event through that has nothing at the place of a leaf. */
export type AbsenceChange = 'add exists' | 'remove the leaf';

/** Events that a row reads, and that a rule never delivers. */
export interface Disagreement {
  /** The smallest event that should have come. */
  readonly planned: PlannedEvent;
  /** What the rule does, such as `delivers none of these events`. */
  readonly words: string;
  /** How the pattern changes where the event has nothing: a place that no event has, or an optional one. */
  readonly forAbsence: AbsenceChange;
  /** What to do if the rule is right, in lines. */
  readonly otherwise: readonly string[];
}
