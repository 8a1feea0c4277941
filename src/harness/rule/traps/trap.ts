import type { Domain } from '../../../../model/domain/domain.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import type { EventPath } from '../../../../model/values/eventPath.ts';

/** What a leaf asks for, and where. */
export interface AskingLeaf {
  /** The path that the leaf looks at. */
  readonly path: EventPath;
  /** The leaves that must hold together with it, itself among them. */
  readonly beside?: readonly Leaf[];
}

/** A leaf that keeps an event out. */
export interface RefusedLeaf extends AskingLeaf {
  /** The conditions of the leaf as JSON. */
  readonly condition: string;
  /** The values that the event has there. */
  readonly received: readonly unknown[];
}

/** What is usually behind a leaf that keeps an event out. */
export interface FoundTrap {
  /** Why the leaf is not met, in a sentence. */
  readonly because: string;
  /** What to do, in a sentence, if the change of the pattern does not say it. */
  readonly todo?: string;
  /** The change of the pattern that its author meant; none if only the author knows it. */
  readonly correction?: Correction;
  /** A change of the domain that makes the pattern right. */
  readonly growth?: string;
}

/** Where a leaf, or an object around it, belongs, and what it should ask for. */
export interface Correction {
  /** The path of the leaf or of an object around it. */
  readonly from: EventPath;
  readonly to: EventPath;
  /** The conditions, if others are meant. */
  readonly conditions?: readonly unknown[];
  /** Whether the leaf only goes, because another one says it. */
  readonly isRemoved?: true;
}

/** A known trap of event patterns with Cases events. */
export type Trap = (leaf: RefusedLeaf, event: object, domain: Domain) => FoundTrap | undefined;
