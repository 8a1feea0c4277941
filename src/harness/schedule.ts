import { build } from '../../arbitraries/bulk/build.ts';
import { type Plan, samplePlan } from '../../arbitraries/bulk/plan.ts';
import { firstStep, type Step } from '../../arbitraries/bulk/shrink.ts';
import type { EventClass } from '../../arbitraries/classes.ts';
import { eventClasses } from '../../arbitraries/classes.ts';
import { PlanArbitrary } from '../../arbitraries/eventArbitrary.ts';
import { fixedCases } from '../../arbitraries/fixedCases.ts';
import { ceilingOf } from '../../arbitraries/options.ts';
import { type Shape, shapeOf } from '../../arbitraries/shape.ts';
import type { Contract } from '../../contracts/contract.ts';
import { type Dialect, defaultDialect } from '../event/dialect.ts';
import { itemTypeOfTomorrow } from '../facts/relatedItemTypes.ts';

/** The shapes of the events that a contract plays in a dialect. */
export function shapesOf(
  { eventType, itemTypes, domain }: Contract,
  dialect: Dialect = defaultDialect,
): readonly Shape[] {
  const types = itemTypes.length === 0 ? [''] : itemTypes;
  return types.map((itemType) => shapeOf(eventType, itemType, domain, dialect));
}

/** What every run tries, in its order: the sample of each shape, then its fixed cases. Their numbers are replay paths. */
export function fixedSteps(contract: Contract, shapes: readonly Shape[]): readonly Step[] {
  const reads = contract.reads.map(({ steps }) => steps);
  return [
    ...shapes.map((shape) => stepOf(samplePlan(shape), 'sample')),
    ...shapes.flatMap((shape) =>
      fixedCases(shape, reads, ceilingOf(shape.dialect)).map((fixed) => stepOf(fixed.plan, fixed.class)),
    ),
  ];
}

/** Whatever differs, an item type of tomorrow is something new. */
function stepOf(plan: Plan, eventClass: EventClass): Step {
  return firstStep(plan, plan.shape.itemType === itemTypeOfTomorrow ? 'open' : eventClass);
}

/** Random plans over all classes. */
export function randomPlans(shapes: readonly Shape[]): PlanArbitrary {
  const { dialect } = shapes[0] as Shape;
  return new PlanArbitrary({
    shapes,
    classes: eventClasses.filter((name) => name !== 'foreign'),
    ceiling: ceilingOf(dialect),
  });
}

/** The sample that a plan is compared with. */
export function sampleOf(plan: Plan): object {
  return build(samplePlan(plan.shape));
}
