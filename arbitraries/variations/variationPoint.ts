import type { EventParts } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import type { Identity } from '../../model/values/identity.ts';
import type { CoverageItem, PlannedClass } from './coverageItems.ts';

/** One way in which an event may differ from the sample at one place. */
export interface Variation {
  readonly class: PlannedClass;
  /** Which line of its class's table this is. */
  readonly coverageItem: CoverageItem;
  /** Why AWS may send it. */
  readonly fact: FactName;
  /** Where the parameter is a size: its smallest and largest value; it shrinks toward the smallest. */
  readonly size?: { readonly least: number; readonly most: number };
  /** The variation says that something optional is not there. */
  readonly absent?: boolean;
  /** Fixtures take it from the next major version on: until then theirs stay as they are. */
  readonly later?: true;
  /**
   * Every character that it writes takes one byte in JSON, those of the domain's own ids and options aside: the size of
   * such events is computed without a look at their texts.
   */
  readonly plain?: boolean;
  /**
   * Changes the parts of the sample; `parameter` is any number from 0 to 2^31 - 1, or a size. What differs from event to
   * event differs by `identity` too.
   */
  apply(parts: EventParts, parameter: number, identity?: Identity): void;
}

/** One place of an event and all the ways in which it may differ from the sample there. */
export interface VariationPoint {
  readonly name: string;
  /** Where the place is, as steps from the event's root. */
  readonly segments: readonly string[];
  readonly variations: readonly Variation[];
}
