import type { CasesEvent } from '../../model/event/casesEvent.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { makeSample } from '../../model/event/samples.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { type Difference, listDifferences } from '../../model/values/differences.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import type { Identity } from '../../model/values/identity.ts';
import type { Admission } from '../admission/admission.ts';
import { dropDemands, getDemandedValues, writeDemandedValues } from '../admission/demandingKind.ts';
import { build } from '../generation/build.ts';
import { fitsWithin } from '../generation/fitsWithin.ts';
import { listShrinks, type ShrinkablePlan } from '../generation/shrinkablePlan.ts';
import { copyPlan, getVariation, listDifferingPoints, makeSamplePlan, type Plan } from '../plan/plan.ts';
import type { CoverageItem } from '../variations/coverageItems.ts';
import type { EventPredicate, StateAppliers } from './stateAppliers.ts';

/** What a planned event may have besides its plan. */
export interface PlannedEventOptions {
  /** The coverage item of a fixed case. */
  readonly coverageItem?: CoverageItem | undefined;
  /** The rule that delivers it, and everything that it becomes. */
  readonly admission?: Admission | undefined;
}

/** An event as its differences from the sample. It is enough to play, shrink and explain the event. */
export class PlannedEvent {
  readonly #shrinkable: ShrinkablePlan;
  readonly #appliers: StateAppliers;
  readonly #admission: Admission | undefined;
  /** The coverage item of a fixed case; undefined for samples and random events. */
  readonly coverageItem: CoverageItem | undefined;

  constructor(
    shrinkable: ShrinkablePlan,
    appliers: StateAppliers,
    { coverageItem, admission }: PlannedEventOptions = {},
  ) {
    this.#shrinkable = shrinkable;
    this.#appliers = appliers;
    this.#admission = admission;
    this.coverageItem = coverageItem;
  }

  /** The class of the event before shrinking. */
  get class(): EventClass {
    return this.#shrinkable.eventClass;
  }

  /** The type of its related item, known or unknown; undefined for a case event. */
  get itemType(): string | undefined {
    return this.#shrinkable.plan.kind.itemType;
  }

  /** Its identity in a run; undefined if it has the ids and instants of the documented sample. */
  get identity(): Identity | undefined {
    return this.#shrinkable.plan.identity;
  }

  /** Builds the event: a new object every time. */
  event(): CasesEvent {
    return build(this.#shrinkable.plan);
  }

  /** The sample with the same ids and instants. */
  sample(): CasesEvent {
    const { kind, identity } = this.#shrinkable.plan;
    return build({ ...makeSamplePlan(dropDemands(kind)), identity });
  }

  /** All differences from the sample. */
  differences(): readonly Difference[] {
    return listDifferences(this.sample(), this.event());
  }

  /** The differences that the rule asks for: those of the event closest to the sample. */
  demanded(): readonly Difference[] {
    const closest = this.#findClosest();
    return closest === undefined ? [] : listDifferences(this.sample(), build(closest));
  }

  /** The plan closest to the sample that the rule delivers; undefined without a rule. */
  #findClosest(): Plan | undefined {
    const { kind, identity } = this.#shrinkable.plan;
    const sample = { ...makeSamplePlan(dropDemands(kind)), identity };
    return this.#admission?.adaptAs(this.#shrinkable.plan, sample);
  }

  /** The sample in the default dialect, whatever the dialect of the event. */
  defaultSample(): CasesEvent {
    const { type, itemType, domain } = this.#shrinkable.plan.kind;
    return makeSample(type, domain, { itemType });
  }

  /** Whether it equals the sample. */
  get isSample(): boolean {
    return this.distance === 0;
  }

  /** Whether it is padded to a size, such as the largest one. */
  get isPadded(): boolean {
    return this.#shrinkable.plan.sizeTarget !== undefined;
  }

  /** Whether it is padded with more fields than its size needs. */
  get isCrowded(): boolean {
    const fields = this.#shrinkable.plan.sizeTarget?.fields ?? 'none';
    return fields !== 'none' && fields > 0;
  }

  /** The number of places that differ from the sample; padding counts as ten. */
  get distance(): number {
    return listDifferingPoints(this.#shrinkable.plan).length + (this.isPadded ? 10 : 0);
  }

  /** The differing places with their coverage items, without values: comparable between event kinds. */
  get differingIn(): readonly string[] {
    const { plan } = this.#shrinkable;
    return listDifferingPoints(plan).map(
      (point) => `${plan.kind.points[point]?.id} ${getVariation(plan, point)?.coverageItem}`,
    );
  }

  /** A text that identifies the event: equal for the same event of the same kind. */
  get key(): string {
    const { kind, variations, parameters, sizeTarget } = this.#shrinkable.plan;
    const differing = listDifferingPoints(this.#shrinkable.plan).map(
      (point) => `${point}:${variations[point]}:${parameters[point]}`,
    );
    return `${kind.itemType} ${differing.join()} ${JSON.stringify(sizeTarget)} ${writeDemandedValues(getDemandedValues(kind))}`;
  }

  /** The reasons why AWS may send it: a fact for each difference that no rule asks for. */
  get facts(): readonly FactName[] {
    const { plan } = this.#shrinkable;
    const { sizeTarget } = plan;
    const closest = this.#findClosest();
    const own = listDifferingPoints(plan).filter((point) => closest?.variations[point] !== plan.variations[point]);
    return [
      ...(this.itemType === unknownItemType ? ['additions' as const] : []),
      ...(sizeTarget === undefined
        ? []
        : sizeTarget.fields === 'none'
          ? ['textLength' as const]
          : ['domainGrows' as const, 'size' as const]),
      ...own.flatMap((point) => getVariation(plan, point)?.fact ?? []),
    ];
  }

  /** The reason for another value at a place: the fact of the first edge there, or above it. */
  edgeFactAt(segments: EventPath): FactName | undefined {
    const { points } = this.#shrinkable.plan.kind;
    return points
      .filter((point) => point.segments.every((one, index) => one === segments[index]))
      .flatMap(({ variations }) => variations.filter((variation) => variation.class === 'edge'))
      .at(0)?.fact;
  }

  /** Events closer to the sample: first with fewer differences, then with smaller ones. */
  *shrinks(): IterableIterator<PlannedEvent> {
    for (const smaller of listShrinks(this.#shrinkable)) {
      const plain = dropDemands(smaller.plan.kind);
      // What a rule demands around a text may be around a smaller one.
      const fresh =
        plain === smaller.plan.kind
          ? undefined
          : this.#admitSmaller({ ...smaller, plan: { ...smaller.plan, kind: plain } });
      if (fresh !== undefined) yield this.#with(fresh);
      const admitted = this.#admitSmaller(smaller);
      if (admitted !== undefined && admitted.plan.kind !== fresh?.plan.kind) yield this.#with(admitted);
    }
  }

  /** A smaller plan, changed so far that the rule delivers its event; undefined if it is then no smaller. */
  #admitSmaller(smaller: ShrinkablePlan): ShrinkablePlan | undefined {
    if (this.#admission === undefined) return smaller;
    const plan = this.#admission.adaptAs(this.#shrinkable.plan, smaller.plan);
    if (plan === undefined || plan === smaller.plan) return plan && smaller;
    const isAsSmall =
      plan.variations.every((variation, point) => variation === smaller.plan.variations[point]) &&
      plan.parameters.every((parameter, point) => parameter === smaller.plan.parameters[point]);
    const admitted = { ...smaller, plan };
    return isAsSmall || this.#with(admitted).distance < this.distance ? admitted : undefined;
  }

  /** Whether its entry has at most `most` bytes. */
  fitsWithin(most: number): boolean {
    return fitsWithin(this.#shrinkable, most);
  }

  /**
   * The same event with its first difference at its smallest size; undefined if that difference has no size, or if the
   * event is padded.
   */
  shorten(): PlannedEvent | undefined {
    const { plan } = this.#shrinkable;
    const [point] = listDifferingPoints(plan);
    const size = point === undefined ? undefined : getVariation(plan, point)?.size;
    if (point === undefined || size === undefined || this.isPadded) return undefined;
    const shorter = copyPlan(plan);
    shorter.parameters[point] = size.least;
    return this.#with({ ...this.#shrinkable, plan: shorter });
  }

  /** The event changed only to satisfy some predicates; undefined if that is impossible. */
  satisfying(predicates: readonly EventPredicate[]): PlannedEvent | undefined {
    const { plan } = this.#shrinkable;
    const applier = this.#appliers.find(plan.kind, predicates);
    const applied = typeof applier === 'function' ? applier(plan) : undefined;
    return applied && this.#with({ ...this.#shrinkable, plan: applied });
  }

  /** The same event with the ids and instants of an identity, as far as a rule leaves them open. */
  withIdentity(identity: Identity): PlannedEvent {
    const identified = { ...this.#shrinkable.plan, identity };
    const plan =
      this.#admission === undefined ? identified : (this.#admission.adapt(identified) ?? this.#shrinkable.plan);
    return this.#with({ ...this.#shrinkable, plan });
  }

  #with(shrinkable: ShrinkablePlan): PlannedEvent {
    const { coverageItem } = this;
    return new PlannedEvent(shrinkable, this.#appliers, { coverageItem, admission: this.#admission });
  }
}
