import type { Fact } from '../../facts/facts.ts';
import type { EventPath } from '../../values/eventPath.ts';

/** A leaf of a pattern that keeps an event out. */
export interface LeafMismatch {
  /** All of it in one line, such as `detail.eventType must meet ["CASE.CREATED"]: the condition does not admit …`. */
  readonly text: string;
  /** The path that the leaf looks at. */
  readonly path: EventPath;
  /** The conditions of the leaf as JSON, such as `["CASE.CREATED"]`. */
  readonly condition: string;
  /** The values that the event has there: strings, numbers, true, false and null. */
  readonly received: readonly unknown[];
  /** Why the leaf is not met. */
  readonly because: string;
  /** The branches of `$or` around the leaf, from the outermost, such as `detail["$or"][0]`. */
  readonly branches: readonly string[];
  /** The fact of AWS behind the reason, if there is one. */
  readonly fact?: Fact;
}
