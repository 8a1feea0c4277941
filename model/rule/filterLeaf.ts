import type { Leaf } from './compile/leaf.ts';
import type { LeafMismatch } from './match/leafMismatch.ts';

/** A leaf of a filter. Its path is one of the event, and empty for a leaf that no event meets. */
export interface FilterLeaf extends Leaf {
  /** Its place in the template, such as `Mapping.FilterCriteria.Filters[0].Pattern.body.detail.eventType`. */
  readonly named: string;
  readonly outside?: OutsideEvent;
}

/** Why no event meets a leaf that looks at another place than the event. */
export interface OutsideEvent {
  readonly because: string;
  /** What is usually behind it, as a sentence. */
  readonly trap?: string;
}

/** A leaf that keeps an event out. */
export interface FilterMismatch extends LeafMismatch {
  /** The place of a filter's leaf in the template; absent for a leaf of the rule. */
  readonly named?: string;
  /** Why no event meets it. */
  readonly outside?: OutsideEvent;
}
