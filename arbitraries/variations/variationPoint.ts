import type { EventDraft } from '../../model/event/compose.ts';
import type { FactName } from '../../model/facts/facts.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import type { Identity } from '../../model/values/identity.ts';
import type { CoverageItem, PlannedClass } from './coverageItems.ts';

/**
 * One way in which one place of an event may differ from the sample. It changes `Draft`: those of a case, of a related
 * item, or the common ones. A kind only applies its own variations, to its own draft.
 */
export interface Variation<Draft = EventDraft> {
  readonly class: PlannedClass;
  /** The coverage item that it covers. */
  readonly coverageItem: CoverageItem;
  /** Why AWS may send it. */
  readonly fact: FactName;
  /** The smallest and largest parameter, if it is a size. It shrinks to the smallest. */
  readonly size?: { readonly least: number; readonly most: number };
  /** Whether it removes something optional. */
  readonly absent?: boolean;
  /** Fixtures use it from the next major version on, so that current fixtures stay the same. */
  readonly later?: true;
  /**
   * Whether all of its characters take one byte in JSON, apart from the domain's own ids and options. The size of such
   * events is computed without reading their texts.
   */
  readonly plain?: boolean;
  /**
   * Changes the draft of the sample. `parameter` is a size, or any number from 0 to 2^31 - 1; `identity` makes ids and
   * instants differ from event to event. A method, so that TypeScript accepts variations of one kind in a list of both.
   */
  apply(draft: Draft, parameter: number, identity?: Identity): void;
}

/** One place of an event and all variations there. */
export interface VariationPoint<Draft = EventDraft> {
  /**
   * Unique within an event kind. Fixtures draw by it, so it never changes, even if a coverage item with the same text
   * does.
   */
  readonly id: string;
  /** Whether it is a single field: one of the domain's, or one with an odd id. */
  readonly isField?: true;
  /** The segments from the event's root. */
  readonly segments: EventPath;
  readonly variations: readonly Variation<Draft>[];
}
