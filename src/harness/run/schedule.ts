import { build } from '../../../arbitraries/generation/build.ts';
import { PlanArbitrary } from '../../../arbitraries/generation/eventArbitrary.ts';
import { fixedCases, missingBullets } from '../../../arbitraries/generation/fixedCases.ts';
import { ceilingOf } from '../../../arbitraries/generation/options.ts';
import { firstStep, type Step } from '../../../arbitraries/generation/shrink.ts';
import { type Plan, samplePlan } from '../../../arbitraries/plan/plan.ts';
import { type Bullet, type EventClass, eventClasses } from '../../../arbitraries/variations/classes.ts';
import { type Shape, shapeOf } from '../../../arbitraries/variations/shape.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { type Dialect, defaultDialect } from '../../../model/event/dialect.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { itemTypeOfTomorrow } from '../../../model/facts/relatedItemTypes.ts';
import { nodeModule } from '../../../model/platform/nodeModule.ts';
import { draw } from './draw.ts';

const { Buffer } = nodeModule('node:buffer');

/** What is played: the events of a type, of some item types and a domain, with an eye on the places that are read. */
export type Played = Pick<Contract, 'eventType' | 'itemTypes' | 'otherItemTypes' | 'reads' | 'domain'>;

/** The shapes of the events that a contract plays in a dialect. */
export function shapesOf(
  { eventType, itemTypes, domain }: Played,
  dialect: Dialect = defaultDialect,
): readonly Shape[] {
  const types = itemTypes.length === 0 ? [''] : itemTypes;
  return types.map((itemType) => shapeOf(eventType, itemType, domain, dialect));
}

/** What every run of a contract tries. */
export interface Schedule {
  /** The sample of each shape, then the fixed cases, in their order: their numbers are replay paths. */
  readonly steps: readonly Step[];
  /** Bullets of the class table that the contract's events cannot have. */
  readonly notApplicable: readonly Bullet[];
}

/**
 * The schedule of a contract; the same for the same contract. `largest` is the most that a transport delivers, in bytes.
 */
export function scheduleOf(contract: Played, shapes: readonly Shape[], largest?: number): Schedule {
  const reads = contract.reads.map(({ steps }) => steps);
  const cases = shapes.flatMap((shape) => fixedCases(shape, reads, ceilingThrough(shape, largest)));
  const steps = [
    ...shapes.map((shape) => stepOf(samplePlan(shape), 'sample')),
    ...cases.map((fixed) => stepOf(fixed.plan, fixed.class)),
  ];
  return { steps, notApplicable: missingBullets(cases) };
}

/** The sample of a contract, as its schedule begins with it. */
export function sampleStep(contract: Played): Step {
  return stepOf(samplePlan(shapesOf(contract)[0] as Shape), 'sample');
}

/** Whatever differs, an item type of tomorrow is something new. */
function stepOf(plan: Plan, eventClass: EventClass): Step {
  return firstStep(plan, plan.shape.itemType === itemTypeOfTomorrow ? 'open' : eventClass);
}

/** The largest entry of a shape; what is delivered is larger than the entry by the same for all its events. */
function ceilingThrough(shape: Shape, largest: number | undefined): number {
  const ceiling = ceilingOf(shape.dialect);
  if (largest === undefined) return ceiling;
  const sample = build(samplePlan(shape));
  return Math.min(ceiling, largest - (Buffer.byteLength(JSON.stringify(sample)) - entrySize(sample)));
}

/** Random plans over all classes. */
export function randomPlans(shapes: readonly Shape[], largest?: number): PlanArbitrary {
  const ceiling = Math.min(...shapes.map((shape) => ceilingThrough(shape, largest)));
  const classes = eventClasses.filter((name) => name !== 'foreign');
  return new PlanArbitrary({ shapes, classes, ceiling, most: ceiling });
}

/** Some random plans: the same for the same seed. `largest` is the most that a transport delivers, in bytes. */
export function drawnSteps(shapes: readonly Shape[], runs: number, seed: number, largest?: number): Step[] {
  return runs === 0 ? [] : draw(() => randomPlans(shapes, largest), { seed, runs });
}

/** The sample that a plan is compared with: it has the same ids and instants. */
export function sampleOf({ shape, identity }: Pick<Plan, 'identity' | 'shape'>): object {
  return build({ ...samplePlan(shape), identity });
}
