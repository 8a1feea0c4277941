import type { ShrinkablePlan } from '../generation/shrinkablePlan.ts';
import type { DraftFor, EventKind } from '../variations/eventKind.ts';
import type { Actor } from './actors.ts';
import type { Command } from './historyPlan.ts';

/** A command while its event is built. */
export interface CommandContext<Kind extends EventKind = EventKind> {
  readonly command: Command;
  readonly kind: Kind;
  /** How its event differs from the sample. */
  readonly planned: ShrinkablePlan;
  /** The draft of its event: that of the plan, until the history overwrites it. */
  readonly draft: DraftFor<Kind>;
  readonly actor: Actor;
  /** Fields that change more often than others, by id. */
  readonly preferredFieldIds: readonly string[];
  /** The time of the change, in milliseconds since 1970. */
  readonly now: number;
}
