import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import { eventTypes } from '../model/facts/eventTypes.ts';
import { copyPlainly } from '../model/values/copyPlainly.ts';
import { build } from './generation/build.ts';
import type { PlanArbitrary } from './generation/eventArbitrary.ts';
import { type EventOptions, makeEventArbitrary } from './generation/options.ts';
import { showDifferences } from './generation/showDifferences.ts';
import type { ShrinkablePlan } from './generation/shrinkablePlan.ts';
import type { CorruptEvent, Defect } from './malformed/defect.ts';
import { defects } from './malformed/defects.ts';

/**
 * Near-misses: valid events with one defect, which no domain and no reading permits. They shrink to the sample with
 * that defect.
 * @throws InvalidArgumentError for unknown options and values, and for impossible combinations
 */
export function malformedEvents(options?: EventOptions): Arbitrary<unknown> {
  return new MalformedArbitrary(makeEventArbitrary(eventTypes, options).plans);
}

/** The name of a malformed event's defect, such as `detail.case missing`. */
export function findDefect(event: object): string | undefined {
  return names.get(event);
}

/** The names are kept here, because a property of the event would change it. */
const names = new WeakMap<object, string>();

/** The plan of the valid event, and its defect. */
interface Context {
  readonly planned: ShrinkablePlan;
  readonly defect: Defect;
}

class MalformedArbitrary extends Arbitrary<unknown> {
  readonly #plans: PlanArbitrary;

  constructor(plans: PlanArbitrary) {
    super();
    this.#plans = plans;
  }

  override generate(random: Random): Value<unknown> {
    const planned = this.#plans.generate(random).value_;
    const event = toPlainEvent(planned);
    const fitting = defects.filter(({ fits }) => fits(event));
    const defect = fitting[random.nextInt(0, fitting.length - 1)] as Defect;
    return corruptPlan(event, { planned, defect });
  }

  override canShrinkWithoutContext(_value: unknown): _value is unknown {
    return false;
  }

  override shrink(_value: unknown, context: unknown): Stream<Value<unknown>> {
    if (context === undefined) return stream<Value<unknown>>([].values());
    const { planned, defect } = context as Context;
    return this.#plans
      .shrink(planned)
      .map(({ value_: smaller }) => ({ planned: smaller, event: toPlainEvent(smaller) }))
      .filter(({ event }) => defect.fits(event))
      .map((smaller) => corruptPlan(smaller.event, { planned: smaller.planned, defect }));
  }
}

/** A copy that shares no part with itself or with a domain. */
function toPlainEvent({ plan }: ShrinkablePlan): CorruptEvent {
  return copyPlainly(build(plan)) as unknown as CorruptEvent;
}

function corruptPlan(event: CorruptEvent, context: Context): Value<unknown> {
  context.defect.corrupt(event);
  names.set(event, context.defect.name);
  return new Value(showDifferences(event, context.planned.plan), context);
}
