import type { FactName } from '../../facts/facts.ts';
import type { EventPath } from '../../values/eventPath.ts';

/** A leaf of a pattern that an event does not meet. */
export interface LeafMismatch {
  /** The path that the leaf looks at. */
  readonly path: EventPath;
  /** The conditions of the leaf as JSON, such as `["CASE.CREATED"]`. */
  readonly condition: string;
  /** The values that the event has there: strings, numbers, true, false and null. */
  readonly received: readonly unknown[];
  /** Why the leaf is not met. */
  readonly because: string;
  /** The branches of `$or` around the leaf, from the outermost, such as `detail.$or[0]`. */
  readonly branches: readonly string[];
  /** The fact of AWS behind the reason, if there is one. */
  readonly fact?: FactName;
}
