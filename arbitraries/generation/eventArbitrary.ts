import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import type { Plan } from '../plan/plan.ts';
import { measureRange } from '../size/sizeRange.ts';
import { textKinds } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { build } from './build.ts';
import { drawPlan, hasClass } from './drawPlan.ts';
import { warnOfDuplicateFastCheck } from './duplicateFastCheck.ts';
import { fitsWithin } from './fitsWithin.ts';
import { showDifferences } from './showDifferences.ts';
import { listShrinks, type ShrinkablePlan, toShrinkable } from './shrinkablePlan.ts';

/** Selects the events to draw. */
export interface EventChoice {
  /** The event kinds; a kind draws only the classes that it has. */
  readonly kinds: readonly EventKind[];
  readonly classes: readonly EventClass[];
  /** The largest entry size of the class `limit`. */
  readonly ceiling: number;
  /** The exact entry size of every event. */
  readonly bytes?: number;
  /** The largest entry size of any event; absent if all have the exact size `bytes`. */
  readonly most?: number;
  /** Whether every character of the padding is drawn anew. */
  readonly freshTexts?: boolean;
}

const weights: Readonly<Record<EventClass, number>> = {
  sample: 1,
  typical: 4,
  sparse: 4,
  edge: 5,
  open: 3,
  limit: 1,
  foreign: 0,
};

/** Draws plans and shrinks them. One draw of fast-check's generator decides everything. */
export class PlanArbitrary extends Arbitrary<ShrinkablePlan> {
  readonly #choice: EventChoice;
  readonly #weightedClasses: readonly { readonly eventClass: EventClass; readonly kinds: readonly EventKind[] }[];

  constructor(choice: EventChoice) {
    super();
    this.#choice = choice;
    this.#weightedClasses = choice.classes.flatMap((eventClass) => {
      const kinds = choice.kinds.filter((kind) => hasClass(kind, eventClass));
      return kinds.length === 0 ? [] : Array.from({ length: weights[eventClass] }, () => ({ eventClass, kinds }));
    });
  }

  override generate(random: Random): Value<ShrinkablePlan> {
    return new Value(this.draw(random), undefined);
  }

  /** Draws a plan, without fast-check's wrapper. */
  draw(random: Random): ShrinkablePlan {
    warnOfDuplicateFastCheck(random);
    const draws = new SeededRandom(random.nextInt());
    const { eventClass, kinds } = draws.pick(this.#weightedClasses);
    const planned = toShrinkable(drawPlan(draws.pick(kinds), eventClass, draws, this.#choice.ceiling), eventClass);
    return this.#freshen(this.#resize(planned, draws), draws);
  }

  override canShrinkWithoutContext(value: unknown): value is ShrinkablePlan {
    return typeof value === 'object' && value !== null && 'plan' in value;
  }

  override shrink(planned: ShrinkablePlan): Stream<Value<ShrinkablePlan>> {
    return stream(listShrinks(planned))
      .filter((smaller) => this.#fits(smaller))
      .map((smaller) => new Value(smaller, undefined));
  }

  #resize(planned: ShrinkablePlan, random: SeededRandom): ShrinkablePlan {
    const { bytes, most } = this.#choice;
    const { plan } = planned;
    if (bytes !== undefined) return { ...planned, plan: setExactSize(plan, bytes, random) };
    if (most === undefined || this.#fits(planned)) return planned;
    const range = measureRange(plan.kind);
    const largest = Math.min(most, range.most);
    return {
      ...planned,
      plan: setExactSize(plan, largest - random.below(Math.min(largest - range.least, 1000) + 1), random),
    };
  }

  /** Draws these seeds last, so that everything else is the same with and without them. */
  #freshen(planned: ShrinkablePlan, random: SeededRandom): ShrinkablePlan {
    const { freshTexts = false } = this.#choice;
    const { kind, sizeTarget } = planned.plan;
    if (sizeTarget === undefined || !(freshTexts || kind.hasRandomFields)) return planned;
    const ofIds = kind.hasRandomFields ? { freshIds: random.next() } : {};
    const ofTexts = freshTexts ? { freshTexts: random.next() } : {};
    return { ...planned, plan: { ...planned.plan, sizeTarget: { ...sizeTarget, ...ofIds, ...ofTexts } } };
  }

  #fits(planned: ShrinkablePlan): boolean {
    const { bytes, most } = this.#choice;
    return bytes !== undefined || most === undefined || fitsWithin(planned, most);
  }
}

function setExactSize(plan: Plan, bytes: number, random: SeededRandom): Plan {
  const asked = plan.sizeTarget?.fields;
  const fields = typeof asked === 'number' ? asked : random.below(3) === 0 ? random.below(400) : 0;
  return {
    ...plan,
    sizeTarget: { bytes, isExact: true, textKind: plan.sizeTarget?.textKind ?? random.pick(textKinds), fields },
  };
}

/** An arbitrary of events, from an arbitrary of their plans. */
export class EventArbitrary extends Arbitrary<CasesEvent> {
  readonly plans: PlanArbitrary;

  constructor(plans: PlanArbitrary) {
    super();
    this.plans = plans;
  }

  override generate(random: Random): Value<CasesEvent> {
    return toEvent(this.plans.draw(random));
  }

  override canShrinkWithoutContext(_value: unknown): _value is CasesEvent {
    return false;
  }

  override shrink(_event: CasesEvent, context: unknown): Stream<Value<CasesEvent>> {
    // An event without a plan is an example of the caller: it is not shrunk.
    return context === undefined
      ? stream<Value<CasesEvent>>([].values())
      : this.plans.shrink(context as ShrinkablePlan).map(({ value_: planned }) => toEvent(planned));
  }
}

function toEvent(planned: ShrinkablePlan): Value<CasesEvent> {
  const event = build(planned.plan);
  return new Value(mayBeLarge(planned) ? showDifferences(event, planned.plan) : event, planned);
}

/** Whether an event may be too large to print. It decides by the plan, because measuring takes time. */
function mayBeLarge({ plan, eventClass }: ShrinkablePlan): boolean {
  return (
    plan.sizeTarget !== undefined || eventClass === 'edge' || eventClass === 'limit' || plan.kind.points.length > MANY
  );
}

/** The kinds of most domains have fewer points. */
const MANY = 100;
