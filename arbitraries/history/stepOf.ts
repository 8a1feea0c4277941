import { drawPlan, hasClass } from '../generation/drawPlan.ts';
import { firstStep, type Step } from '../generation/shrink.ts';
import { copyPlan, type Plan, samplePlan } from '../plan/plan.ts';
import { Draws } from '../values/draws.ts';
import type { Shape } from '../variations/shape.ts';
import type { Slot } from '../variations/slot.ts';
import type { Action } from './historyPlan.ts';

/**
 * The differences of an action's event from the sample of the kind of event that it turns out to be. They are drawn once;
 * when the action becomes another kind of event, those at places that both kinds have go along.
 */
export function stepOf({ step, number, eventClass }: Action, shape: Shape): Step {
  if (step?.plan.shape === shape) return step;
  if (step !== undefined) return firstStep(moved(step.plan, shape), step.eventClass);
  if (number === 0) return firstStep(samplePlan(shape), 'sample');
  const known = hasClass(shape, eventClass) ? eventClass : 'typical';
  const plan = drawPlan(shape, known, new Draws(number), 0);
  for (const slot of decidedSlots(shape)) plan.variations[slot] = 0;
  return firstStep(plan, known);
}

/** What the history itself says: ids and times, who did it, whether there is content, and what is deleted. */
const decided: ReadonlySet<string> = new Set(['id', 'times', 'user', 'principal', 'content']);

/** `detail` and `case` or `relatedItem`: what lies deeper is as it was before. */
const SUBJECT_STEPS = 2;

const decidedOfShapes = new WeakMap<Shape, readonly number[]>();

function decidedSlots(shape: Shape): readonly number[] {
  let slots = decidedOfShapes.get(shape);
  if (slots === undefined) {
    slots = [...shape.slots.keys()].filter((place) => {
      const { name, steps } = shape.slots[place] as Slot;
      return decided.has(name) || (shape.type.endsWith('DELETED') && steps.length > SUBJECT_STEPS);
    });
    decidedOfShapes.set(shape, slots);
  }
  return slots;
}

function moved(plan: Plan, shape: Shape): Plan {
  const other = copyPlan(samplePlan(shape));
  for (const [slot, { name, variations }] of shape.slots.entries()) {
    const from = plan.shape.slots.findIndex((one) => one.name === name);
    const number = from < 0 ? 0 : (plan.variations[from] as number);
    const bullet = plan.shape.slots[from]?.variations[number - 1]?.bullet;
    if (number === 0 || variations[number - 1]?.bullet !== bullet) continue;
    other.variations[slot] = number;
    other.parameters[slot] = plan.parameters[from] as number;
  }
  return other;
}
