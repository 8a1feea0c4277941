import type { EventParts } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import type { Identity } from '../../model/values/identity.ts';
import type { CoverageItem, PlannedClass } from './coverageItems.ts';

/**
 * One way in which one place of an event may differ from the sample. `Parts` is what it changes: those of a case, of a
 * related item, or what both have. A kind only applies its own variations, to its own parts.
 */
export interface Variation<Parts = EventParts> {
  readonly class: PlannedClass;
  /** Its line in the table of its class. */
  readonly coverageItem: CoverageItem;
  /** Why AWS may send it. */
  readonly fact: FactName;
  /** The smallest and largest parameter, if it is a size. It shrinks to the smallest. */
  readonly size?: { readonly least: number; readonly most: number };
  /** It removes something optional. */
  readonly absent?: boolean;
  /** Fixtures use it from the next major version on, so that today's stay as they are. */
  readonly later?: true;
  /**
   * Every character that it writes takes one byte in JSON, apart from the domain's own ids and options: the size of
   * such events is computed without reading their texts.
   */
  readonly plain?: boolean;
  /**
   * Changes the parts of the sample. `parameter` is a size, or any number from 0 to 2^31 - 1; `identity` makes ids and
   * instants differ from event to event. A method, so that TypeScript accepts variations of one kind in a list of both.
   */
  apply(parts: Parts, parameter: number, identity?: Identity): void;
}

/** One place of an event and all variations there. */
export interface VariationPoint<Parts = EventParts> {
  /**
   * Which place it is: no two points of a kind share it. Fixtures draw by it, so an id never changes: not even where a
   * word for people does, such as a coverage item of the same text.
   */
  readonly id: string;
  /** It is one field: one of the domain's, or one with an odd id. */
  readonly isField?: true;
  /** Where the place is, from the event's root. */
  readonly segments: EventPath;
  readonly variations: readonly Variation<Parts>[];
}
