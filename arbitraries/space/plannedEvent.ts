import type { CasesEvent } from '../../model/event/casesEvent.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { sample } from '../../model/event/samples.ts';
import type { FactName } from '../../model/facts/facts.ts';
import { unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { type Difference, differencesBetween } from '../../model/values/differences.ts';
import type { Identity } from '../../model/values/identity.ts';
import { build } from '../generation/build.ts';
import { fitsWithin } from '../generation/fitsWithin.ts';
import { type ShrinkablePlan, shrinks } from '../generation/shrinkablePlan.ts';
import { copyPlan, listDifferingPoints, samplePlan, variationAt } from '../plan/plan.ts';
import type { CoverageItem } from '../variations/coverageItems.ts';
import type { EventPredicate, StateAppliers } from './stateAppliers.ts';

/** An event as its differences from the sample. Whoever plays, shrinks or explains it needs nothing else. */
export class PlannedEvent {
  readonly #shrinkable: ShrinkablePlan;
  readonly #appliers: StateAppliers;
  /** Which line of its class's table a fixed case stands for; samples and drawn events stand for none. */
  readonly coverageItem: CoverageItem | undefined;

  constructor(shrinkable: ShrinkablePlan, appliers: StateAppliers, coverageItem?: CoverageItem) {
    this.#shrinkable = shrinkable;
    this.#appliers = appliers;
    this.coverageItem = coverageItem;
  }

  /** The class that it was planned in, however far it is shrunk. */
  get class(): EventClass {
    return this.#shrinkable.eventClass;
  }

  /** The type of its related item, also one of tomorrow; a case event has none. */
  get itemType(): string | undefined {
    return this.#shrinkable.plan.kind.itemType;
  }

  /** Which event of a run it is; nothing where its ids and instants are those of the documented sample. */
  get identity(): Identity | undefined {
    return this.#shrinkable.plan.identity;
  }

  /** The event: a new object every time. */
  event(): CasesEvent {
    return build(this.#shrinkable.plan);
  }

  /** The sample that it differs from: it has the same ids and instants. */
  sample(): CasesEvent {
    const { kind, identity } = this.#shrinkable.plan;
    return build({ ...samplePlan(kind), identity });
  }

  /** All that differs from the sample. */
  differences(): readonly Difference[] {
    return differencesBetween(this.sample(), this.event());
  }

  /** The sample as the documentation has it, whatever reading of an open question the event follows. */
  documentedSample(): CasesEvent {
    const { type, itemType, domain } = this.#shrinkable.plan.kind;
    return sample(type, domain, { itemType });
  }

  /** Whether nothing differs from the sample. */
  get isSample(): boolean {
    return this.distance === 0;
  }

  /** Whether texts bring it to a size, such as the largest one. */
  get isPadded(): boolean {
    return this.#shrinkable.plan.sizeTarget !== undefined;
  }

  /** Whether it was asked for more fields than its size needs. */
  get isCrowded(): boolean {
    const fields = this.#shrinkable.plan.sizeTarget?.fields ?? 'none';
    return fields !== 'none' && fields > 0;
  }

  /** How many places differ from the sample; to be padded counts as ten of them. */
  get distance(): number {
    return listDifferingPoints(this.#shrinkable.plan).length + (this.isPadded ? 10 : 0);
  }

  /** What differs, place by place, without the values: the same for events of all kinds that differ alike. */
  get differingIn(): readonly string[] {
    const { plan } = this.#shrinkable;
    return listDifferingPoints(plan).map(
      (point) => `${plan.kind.points[point]?.id} ${variationAt(plan, point)?.coverageItem}`,
    );
  }

  /** A text that only planned events of the same kind and the same event share. */
  get key(): string {
    const { kind, variations, parameters, sizeTarget } = this.#shrinkable.plan;
    const differing = listDifferingPoints(this.#shrinkable.plan).map(
      (point) => `${point}:${variations[point]}:${parameters[point]}`,
    );
    return `${kind.itemType} ${differing.join()} ${JSON.stringify(sizeTarget)}`;
  }

  /** Why AWS may send it: a fact for each difference. */
  get facts(): readonly FactName[] {
    const { plan } = this.#shrinkable;
    const { sizeTarget } = plan;
    return [
      ...(this.itemType === unknownItemType ? ['additions' as const] : []),
      ...(sizeTarget === undefined
        ? []
        : sizeTarget.fields === 'none'
          ? ['textLength' as const]
          : ['domainGrows' as const, 'size' as const]),
      ...listDifferingPoints(plan).flatMap((point) => variationAt(plan, point)?.fact ?? []),
    ];
  }

  /** Why another value may stand at a place: the fact of the first edge there, or above it. */
  edgeFactAt(segments: readonly string[]): FactName | undefined {
    const { points } = this.#shrinkable.plan.kind;
    return points
      .filter((point) => point.segments.length > 2 && point.segments.every((one, index) => one === segments[index]))
      .flatMap(({ variations }) => variations.filter((variation) => variation.class === 'edge'))
      .at(0)?.fact;
  }

  /** Events nearer to the sample: first those with fewer differences, then those with smaller ones. */
  *shrinks(): IterableIterator<PlannedEvent> {
    for (const smaller of shrinks(this.#shrinkable)) yield this.#with(smaller);
  }

  /** Whether its entry has at most so many bytes. */
  fitsWithin(most: number): boolean {
    return fitsWithin(this.#shrinkable, most);
  }

  /** The same event with its first difference at its smallest size; nothing where that has no size, or the event has one. */
  shortened(): PlannedEvent | undefined {
    const { plan } = this.#shrinkable;
    const [point] = listDifferingPoints(plan);
    const size = point === undefined ? undefined : variationAt(plan, point)?.size;
    if (point === undefined || size === undefined || this.isPadded) return undefined;
    const shorter = copyPlan(plan);
    shorter.parameters[point] = size.least;
    return this.#with({ ...this.#shrinkable, plan: shorter });
  }

  /** The event that satisfies some predicates, and differs in nothing else; nothing where there is none. */
  satisfying(predicates: readonly EventPredicate[]): PlannedEvent | undefined {
    const { plan } = this.#shrinkable;
    const applier = this.#appliers.find(plan.kind, predicates);
    const applied = typeof applier === 'function' ? applier(plan) : undefined;
    return applied && this.#with({ ...this.#shrinkable, plan: applied });
  }

  /** The event with the ids and instants of an identity. */
  withIdentity(identity: Identity): PlannedEvent {
    return this.#with({ ...this.#shrinkable, plan: { ...this.#shrinkable.plan, identity } });
  }

  #with(shrinkable: ShrinkablePlan): PlannedEvent {
    return new PlannedEvent(shrinkable, this.#appliers, this.coverageItem);
  }
}
