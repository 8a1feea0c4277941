import type { Arbitrary } from 'fast-check';
import type { Domain } from '../../model/domain/domain.ts';
import { type Dialect, defaultDialect } from '../../model/event/dialect.ts';
import { entrySize } from '../../model/event/entrySize.ts';
import { type EventClass, eventClasses } from '../../model/event/eventClasses.ts';
import { nameEventKinds } from '../../model/event/eventKindName.ts';
import type { Read } from '../../model/event/paths.ts';
import { type CaseEventType, isRelatedItemEventType, type RelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { countJsonBytes } from '../../model/values/countJsonBytes.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { build } from '../generation/build.ts';
import { PlanArbitrary } from '../generation/eventArbitrary.ts';
import { findMissingCoverage, listFixedCases } from '../generation/listFixedCases.ts';
import { resolveCeiling } from '../generation/options.ts';
import { toShrinkable } from '../generation/shrinkablePlan.ts';
import { makeSamplePlan, type Plan } from '../plan/plan.ts';
import { type CoverageItem, describeCoverageItem } from '../variations/coverageItems.ts';
import { type EventKind, resolveEventKind } from '../variations/eventKind.ts';
import { PlannedEvent } from './plannedEvent.ts';
import { PlannedEventArbitrary } from './plannedEventArbitrary.ts';
import { type EventPredicate, type Impossible, StateAppliers } from './stateAppliers.ts';

/** Selects the events of a space: of a case event type, or of a related-item event type and some item types. */
export type EventSpaceOptions = (CaseSelection | RelatedItemSelection) & {
  readonly domain: Domain;
  /** By default the default dialect. */
  readonly dialect?: Dialect;
};

interface CaseSelection {
  readonly eventType: CaseEventType;
  readonly itemTypes?: readonly [];
}

interface RelatedItemSelection {
  readonly eventType: RelatedItemEventType;
  /** The related item types, known or unknown. */
  readonly itemTypes: readonly [string, ...string[]];
}

type Place = Pick<Read, 'segments'>;

/** The samples and fixed cases of every run. */
export interface Schedule {
  /** The sample of each kind, then the fixed cases. Their indices are in replay paths. */
  readonly plannedEvents: readonly PlannedEvent[];
  /** The coverage items that these events cannot have, in words. */
  readonly notApplicable: readonly string[];
}

/**
 * All events of a type that a domain can send, in a dialect.
 * @throws InvalidArgumentError if the item types do not fit the event type
 */
export function eventSpace(options: EventSpaceOptions): EventSpace {
  requireFittingItemTypes(options);
  const { eventType, itemTypes = [], domain, dialect = defaultDialect } = options;
  const kinds = nameEventKinds(eventType, itemTypes).map((name) => resolveEventKind(name, domain, dialect));
  return new EventSpace(kinds, new StateAppliers());
}

/** The types say the same, but a contract is known only when it runs. */
function requireFittingItemTypes({ eventType, itemTypes = [] }: EventSpaceOptions): void {
  const isOfItems = isRelatedItemEventType(eventType);
  if (isOfItems === itemTypes.length > 0) return;
  throw new InvalidArgumentError({
    argument: 'itemTypes',
    received: itemTypes,
    allowed: isOfItems ? `at least one related item type for ${eventType}` : `none for ${eventType}`,
    because: isOfItems ? '' : 'Only related items have a type',
  });
}

/** The events of one kind, or of one kind for each related item type. */
export class EventSpace {
  readonly #kinds: readonly EventKind[];
  readonly #appliers: StateAppliers;

  constructor(kinds: readonly EventKind[], appliers: StateAppliers) {
    this.#kinds = kinds;
    this.#appliers = appliers;
  }

  /** The first sample. */
  sample(): PlannedEvent {
    return this.#plan(makeSamplePlan(this.#kinds[0] as EventKind), 'sample');
  }

  /** The sample of each kind. */
  samples(): readonly PlannedEvent[] {
    return this.#kinds.map((kind) => this.#plan(makeSamplePlan(kind), 'sample'));
  }

  /**
   * The fixed cases of each kind: all of its coverage items, and each variation of the places in `reads`.
   * @param largest the largest body of the transport, in bytes
   */
  cases(reads: readonly Place[], largest?: number): readonly PlannedEvent[] {
    const places = reads.map(({ segments }) => segments);
    return this.#kinds.flatMap((kind) =>
      listFixedCases(kind, places, measureCeiling(kind, largest)).map((fixed) =>
        this.#plan(fixed.plan, fixed.class, fixed.coverageItem),
      ),
    );
  }

  /** The samples and fixed cases of every run, the same for the same arguments. */
  schedule(reads: readonly Place[], largest?: number): Schedule {
    const cases = this.cases(reads, largest);
    return {
      plannedEvents: [...this.samples(), ...cases],
      notApplicable: findMissingCoverage(cases).map(describeCoverageItem),
    };
  }

  /**
   * Random events of all classes.
   * @param largest the largest body of the transport, in bytes
   */
  arbitrary(largest?: number): Arbitrary<PlannedEvent> {
    const ceiling = Math.min(...this.#kinds.map((kind) => measureCeiling(kind, largest)));
    const classes = eventClasses.filter((name) => name !== 'foreign');
    const plans = new PlanArbitrary({ kinds: this.#kinds, classes, ceiling, most: ceiling });
    return new PlannedEventArbitrary((random) => new PlannedEvent(plans.draw(random), this.#appliers), ceiling);
  }

  /** The kinds of the space with a wanted sample. */
  filter(isWanted: (sample: PlannedEvent) => boolean): EventSpace {
    const kinds = this.#kinds.filter((kind) => isWanted(this.#plan(makeSamplePlan(kind), 'sample')));
    return new EventSpace(kinds, this.#appliers);
  }

  /** The kinds of the space that can satisfy some predicates, or the first predicate that no event satisfies. */
  satisfying<Predicate extends EventPredicate>(predicates: readonly Predicate[]): EventSpace | Impossible<Predicate> {
    const found = this.#kinds.map((kind) => this.#appliers.find(kind, predicates));
    const able = this.#kinds.filter((_, index) => typeof found[index] === 'function');
    const impossible = found.find((one) => typeof one !== 'function');
    return able.length === 0 && impossible !== undefined ? impossible : new EventSpace(able, this.#appliers);
  }

  /** An unknown item type always belongs to the class `open`. */
  #plan(plan: Plan, eventClass: EventClass, coverageItem?: CoverageItem): PlannedEvent {
    const shown = plan.kind.itemType === unknownItemType ? 'open' : eventClass;
    return new PlannedEvent(toShrinkable(plan, shown), this.#appliers, coverageItem);
  }
}

/** The largest entry of an event kind through a transport. A body exceeds its entry by the same for all its events. */
function measureCeiling(kind: EventKind, largest: number | undefined): number {
  const ceiling = resolveCeiling(kind.dialect);
  if (largest === undefined) return ceiling;
  const sample = build(makeSamplePlan(kind));
  return Math.min(ceiling, largest - (countJsonBytes(sample) - entrySize(sample)));
}
