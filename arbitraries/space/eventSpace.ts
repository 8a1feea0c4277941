import type { Arbitrary, Random } from 'fast-check';
import type { Domain } from '../../model/domain/domain.ts';
import { type Dialect, defaultDialect } from '../../model/event/dialect.ts';
import { entrySize } from '../../model/event/entrySize.ts';
import { type EventClass, eventClasses } from '../../model/event/eventClasses.ts';
import { nameEventKinds } from '../../model/event/eventKindName.ts';
import type { Read } from '../../model/event/paths.ts';
import { type CaseEventType, isRelatedItemEventType, type RelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import type { Rule } from '../../model/rule/rule.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { countJsonBytes } from '../../model/values/json/countJsonBytes.ts';
import { type Admission, resolveAdmission, type Way } from '../admission/admission.ts';
import { dropDemands } from '../admission/demandingKind.ts';
import { build } from '../generation/build.ts';
import { PlanArbitrary } from '../generation/eventArbitrary.ts';
import { type Admit, findMissingCoverage, listFixedCases } from '../generation/listFixedCases.ts';
import { resolveCeiling } from '../generation/options.ts';
import { type ShrinkablePlan, toShrinkable } from '../generation/shrinkablePlan.ts';
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
  /** Only events that the rule delivers. */
  readonly rule?: Rule | undefined;
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
export interface FixedSchedule {
  /**
   * The sample of each kind, then the fixed cases, then the alternatives of a rule. Their indices are in replay paths.
   */
  readonly plannedEvents: readonly PlannedEvent[];
  /** The coverage items that these events cannot have, in words. */
  readonly notApplicable: readonly string[];
}

/**
 * All events of a type that a domain can send, in a dialect, and that a rule delivers.
 * @throws InvalidArgumentError if the item types do not fit the event type
 */
export function eventSpace(options: EventSpaceOptions): EventSpace {
  requireFittingItemTypes(options);
  const { eventType, itemTypes = [], domain, dialect = defaultDialect, rule } = options;
  const kinds = nameEventKinds(eventType, itemTypes).map((name) => resolveEventKind(name, domain, dialect));
  if (rule === undefined) return new EventSpace(kinds, new StateAppliers());
  const admission = resolveAdmission(rule);
  const delivered = kinds.filter((kind) => admission.deliversKind(kind));
  return new EventSpace(delivered, new StateAppliers(), admission);
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
  readonly #admission: Admission | undefined;

  constructor(kinds: readonly EventKind[], appliers: StateAppliers, admission?: Admission) {
    this.#kinds = kinds;
    this.#appliers = appliers;
    this.#admission = admission;
  }

  /** Whether it has no event, because a rule delivers none. */
  get isEmpty(): boolean {
    return this.#kinds.length === 0;
  }

  /** The related item types of its events, known or unknown; undefined stands for case events. */
  get itemTypes(): readonly (string | undefined)[] {
    return this.#kinds.map(({ itemType }) => itemType);
  }

  /** The first sample. */
  sample(): PlannedEvent {
    return this.samples()[0] as PlannedEvent;
  }

  /** The sample of each kind, or with a rule the event closest to it. */
  samples(): readonly PlannedEvent[] {
    return this.#kinds.map((kind) => this.#planSample(kind));
  }

  /**
   * The fixed cases of each kind: all of its coverage items, and each variation of the places in `reads`.
   * @param largest the largest body of the transport, in bytes
   * @param isWanted the coverage items that are wanted; by default all
   */
  cases(
    reads: readonly Place[],
    largest?: number,
    isWanted?: (item: CoverageItem) => boolean,
  ): readonly PlannedEvent[] {
    const places = reads.map(({ segments }) => segments);
    return this.#kinds.flatMap((kind) =>
      listFixedCases(kind, places, measureCeiling(kind, largest), this.#admitFixed, isWanted).map((fixed) =>
        this.#plan(fixed.plan, fixed.class, fixed.coverageItem),
      ),
    );
  }

  /** An event of each alternative of the rule, such as each condition of a leaf; none if the rule has only one. */
  alternatives(): readonly PlannedEvent[] {
    return this.#kinds.flatMap((kind) => {
      const alternatives = this.#admission?.listAlternatives(kind) ?? [];
      return alternatives.length < 2 ? [] : alternatives.map(({ base }) => this.#plan(base, 'typical'));
    });
  }

  /** The samples and fixed cases of every run, the same for the same arguments. */
  schedule(reads: readonly Place[], largest?: number): FixedSchedule {
    const cases = this.cases(reads, largest);
    return {
      plannedEvents: [...this.samples(), ...cases, ...this.alternatives()],
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
    return new PlannedEventArbitrary((random) => this.#admitDrawn(plans.draw(random), random), ceiling);
  }

  /** The kinds of the space with a wanted sample. */
  filter(isWanted: (sample: PlannedEvent) => boolean): EventSpace {
    const kinds = this.#kinds.filter((kind) => isWanted(this.#planSample(kind)));
    return new EventSpace(kinds, this.#appliers, this.#admission);
  }

  /** The kinds of the space that can satisfy some predicates, or the first predicate that no event satisfies. */
  satisfying<Predicate extends EventPredicate>(predicates: readonly Predicate[]): EventSpace | Impossible<Predicate> {
    const found = this.#kinds.map((kind) => this.#appliers.find(kind, predicates));
    const able = this.#kinds.filter((_, index) => typeof found[index] === 'function');
    const impossible = found.find((one) => typeof one !== 'function');
    return able.length === 0 && impossible !== undefined
      ? impossible
      : new EventSpace(able, this.#appliers, this.#admission);
  }

  readonly #admit: Admit = (plan) => (this.#admission === undefined ? plan : this.#admission.adapt(plan));

  /** A fixed case keeps its difference in as many combinations of the pattern as there are. */
  readonly #admitFixed: Admit = (plan) =>
    this.#admission === undefined ? plan : this.#admission.adapt(plan, 'fewest');

  #planSample(kind: EventKind): PlannedEvent {
    const sample = makeSamplePlan(kind);
    return this.#plan(this.#admit(sample) ?? sample, 'sample');
  }

  #admitDrawn(drawn: ShrinkablePlan, random: Random): PlannedEvent {
    const plan =
      this.#admitChosen(drawn.plan, random) ??
      this.#admit(drawn.plan) ??
      this.#admit(makeSamplePlan(drawn.plan.kind)) ??
      drawn.plan;
    return new PlannedEvent({ ...drawn, plan }, this.#appliers, { admission: this.#admission });
  }

  /** The plan in one of several alternatives of the rule. */
  #admitChosen(plan: Plan, random: Random): Plan | undefined {
    const alternatives = this.#admission?.listAlternatives(dropDemands(plan.kind)) ?? [];
    if (alternatives.length < 2) return undefined;
    return this.#admission?.adaptTo(plan, alternatives[random.nextInt(0, alternatives.length - 1)] as Way);
  }

  /** An unknown item type always belongs to the class `open`. */
  #plan(plan: Plan, eventClass: EventClass, coverageItem?: CoverageItem): PlannedEvent {
    const shown = plan.kind.itemType === unknownItemType ? 'open' : eventClass;
    return new PlannedEvent(toShrinkable(plan, shown), this.#appliers, { coverageItem, admission: this.#admission });
  }
}

/** The largest entry of an event kind through a transport. A body exceeds its entry by the same for all its events. */
function measureCeiling(kind: EventKind, largest: number | undefined): number {
  const ceiling = resolveCeiling(kind.dialect);
  if (largest === undefined) return ceiling;
  const sample = build(makeSamplePlan(kind));
  return Math.min(ceiling, largest - (countJsonBytes(sample) - entrySize(sample)));
}
