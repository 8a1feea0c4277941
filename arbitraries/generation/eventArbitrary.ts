import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { entrySize } from '../../model/event/entrySize.ts';
import type { Plan } from '../plan/plan.ts';
import { reachOf } from '../size/fill.ts';
import { Draws } from '../values/draws.ts';
import { textKinds } from '../values/textPool.ts';
import type { EventClass } from '../variations/classes.ts';
import type { Shape } from '../variations/shape.ts';
import { build } from './build.ts';
import { drawPlan, hasClass } from './drawPlan.ts';
import { noteOtherCopy } from './otherCopy.ts';
import { showDifferences } from './shownEvent.ts';
import { firstStep, type Step, shrinks } from './shrink.ts';
import { boundOf } from './sizeBound.ts';

/** Which events are drawn. */
export interface EventChoice {
  /** The kinds of events; each draws only the classes that it has. */
  readonly shapes: readonly Shape[];
  readonly classes: readonly EventClass[];
  /** The size that the class `limit` goes up to. */
  readonly ceiling: number;
  /** The exact entry size of every event. */
  readonly bytes?: number;
  /** The largest entry size of any event, where that needs watching. */
  readonly most?: number;
  /** Whether the characters of the texts that fill an event are drawn anew. */
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
export class PlanArbitrary extends Arbitrary<Step> {
  readonly #choice: EventChoice;
  readonly #deck: readonly { readonly eventClass: EventClass; readonly shapes: readonly Shape[] }[];

  constructor(choice: EventChoice) {
    super();
    this.#choice = choice;
    this.#deck = choice.classes.flatMap((eventClass) => {
      const shapes = choice.shapes.filter((shape) => hasClass(shape, eventClass));
      return shapes.length === 0 ? [] : Array.from({ length: weights[eventClass] }, () => ({ eventClass, shapes }));
    });
  }

  override generate(random: Random): Value<Step> {
    return new Value(this.draw(random), undefined);
  }

  /** Draws a plan. */
  draw(random: Random): Step {
    noteOtherCopy(random);
    const draws = new Draws(random.nextInt());
    const { eventClass, shapes } = draws.pick(this.#deck);
    const step = firstStep(drawPlan(draws.pick(shapes), eventClass, draws, this.#choice.ceiling), eventClass);
    return this.#freshened(this.#sized(step, draws), draws);
  }

  override canShrinkWithoutContext(value: unknown): value is Step {
    return typeof value === 'object' && value !== null && 'plan' in value;
  }

  override shrink(step: Step): Stream<Value<Step>> {
    return stream(shrinks(step))
      .filter((smaller) => this.#fits(smaller))
      .map((smaller) => new Value(smaller, undefined));
  }

  #sized(step: Step, draws: Draws): Step {
    const { bytes, most } = this.#choice;
    const { plan } = step;
    if (bytes !== undefined) return { ...step, plan: exactly(plan, bytes, draws) };
    if (most === undefined || this.#fits(step)) return step;
    const reach = reachOf(plan.shape);
    const largest = Math.min(most, reach.most);
    return { ...step, plan: exactly(plan, largest - draws.below(Math.min(largest - reach.least, 1000) + 1), draws) };
  }

  /** The seeds come last: the same events are drawn with and without them. */
  #freshened(step: Step, draws: Draws): Step {
    const { freshTexts = false } = this.#choice;
    const { shape, fill } = step.plan;
    if (fill === undefined || !(freshTexts || shape.fresh)) return step;
    const ofIds = shape.fresh ? { freshIds: draws.next() } : {};
    const ofTexts = freshTexts ? { freshTexts: draws.next() } : {};
    return { ...step, plan: { ...step.plan, fill: { ...fill, ...ofIds, ...ofTexts } } };
  }

  #fits({ plan, eventClass }: Step): boolean {
    const { bytes, most } = this.#choice;
    if (bytes !== undefined || most === undefined) return true;
    if (plan.fill !== undefined) return plan.fill.bytes <= most;
    return boundOf(plan.shape, eventClass) <= most || entrySize(build(plan)) <= most;
  }
}

function exactly(plan: Plan, bytes: number, draws: Draws): Plan {
  const asked = plan.fill?.fields;
  const fields = typeof asked === 'number' ? asked : draws.below(3) === 0 ? draws.below(400) : 0;
  return { ...plan, fill: { bytes, pinned: true, kind: plan.fill?.kind ?? draws.pick(textKinds), fields } };
}

/** An arbitrary of the one plan given, which shrinks like any other. */
export class FixedPlanArbitrary extends PlanArbitrary {
  readonly #step: Step;

  constructor(step: Step) {
    super({ shapes: [step.plan.shape], classes: [step.eventClass], ceiling: step.plan.fill?.bytes ?? 0 });
    this.#step = step;
  }

  override draw(): Step {
    return this.#step;
  }
}

/** The events of the plans that another arbitrary draws. */
export class EventArbitrary extends Arbitrary<CasesEvent> {
  readonly plans: PlanArbitrary;

  constructor(plans: PlanArbitrary) {
    super();
    this.plans = plans;
  }

  override generate(random: Random): Value<CasesEvent> {
    return eventOf(this.plans.draw(random));
  }

  override canShrinkWithoutContext(_value: unknown): _value is CasesEvent {
    return false;
  }

  override shrink(_event: CasesEvent, context: unknown): Stream<Value<CasesEvent>> {
    // Without its plan an event came from elsewhere (an example): it stays as it is.
    return context === undefined
      ? stream<Value<CasesEvent>>([].values())
      : this.plans.shrink(context as Step).map(({ value_: step }) => eventOf(step));
  }
}

function eventOf(step: Step): Value<CasesEvent> {
  const event = build(step.plan);
  return new Value(mayBeLarge(step) ? showDifferences(event, step.plan) : event, step);
}

/** Whether an event is too large to be printed. Typical events are spared the question of how large they are. */
function mayBeLarge({ plan, eventClass }: Step): boolean {
  return plan.fill !== undefined || eventClass === 'edge' || eventClass === 'limit' || plan.shape.slots.length > MANY;
}

/** More places than the events of most domains have. */
const MANY = 100;
