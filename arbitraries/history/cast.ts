import type { EventParts } from '../../model/event/compose.ts';
import { partsOf } from '../plan/parts.ts';
import { samplePlan, setSlot } from '../plan/plan.ts';
import { Draws } from '../values/draws.ts';
import { type Shape, shapeOf } from '../variations/shape.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** Someone who changes cases: a person, another system, or an automation. */
export type Performer = Pick<EventParts, 'user' | 'iamPrincipalArn'>;

/** One of the cast of a history, by number; 0 is the one of the sample. */
export function performerOf({ domain, dialect, seed }: HistoryPlan, by: number): Performer {
  const shape = shapeOf('CASE.UPDATED', '', domain, dialect);
  const plan = samplePlan(shape);
  const draws = new Draws(seed + by);
  for (const slot of by === 0 ? [] : performerSlots(shape)) {
    const { variations } = shape.slots[slot] as Shape['slots'][number];
    const typical = variations.filter((variation) => variation.class === 'typical');
    const variation = draws.pick(draws.below(6) === 0 ? variations : typical);
    setSlot(plan, slot, variations.indexOf(variation), draws.next());
  }
  const { user, iamPrincipalArn } = partsOf(plan);
  return { user, iamPrincipalArn };
}

function performerSlots({ slots }: Shape): number[] {
  return [...slots.keys()].filter((slot) => ['user', 'principal'].includes(slots[slot]?.name as string));
}
