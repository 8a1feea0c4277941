import type { EventParts } from '../../model/event/compose.ts';
import type { PlannedEvent } from '../generation/plannedEvent.ts';
import type { Actor } from './actors.ts';
import type { Command } from './historyPlan.ts';

/** One thing that happens, while it is told. */
export interface CommandContext {
  readonly command: Command;
  /** The differences of its event from the sample. */
  readonly planned: PlannedEvent;
  /** What its event says: first all of the step, then what the history says instead. */
  readonly parts: EventParts;
  readonly actor: Actor;
  /** Ids of fields that change more often than others. */
  readonly preferredFieldIds: readonly string[];
  /** When, in milliseconds since 1970. */
  readonly now: number;
}
