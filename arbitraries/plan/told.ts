import type { Shape } from '../variations/shape.ts';
import { type Plan, variationAt } from './plan.ts';

/** What a plan has at the places of an event, by the names of their slots. */
export interface Told {
  /** Whether a place has an ordinary value or that of the sample: no edge, and not nothing. */
  isOrdinary(name: string): boolean;
  /** Whether a place has the value of the sample. */
  isSample(name: string): boolean;
  /** The number that an ordinary value is made of, below `end`; 0 for that of the sample. */
  numberAt(name: string, end: number): number;
}

/** What a plan tells. */
export function toldBy(plan: Plan): Told {
  const slots = slotsByName(plan.shape);
  const slotOf = (name: string): number => slots.get(name) ?? -1;
  return {
    isOrdinary: (name) => slots.has(name) && (variationAt(plan, slotOf(name))?.class ?? 'typical') === 'typical',
    isSample: (name) => plan.variations[slotOf(name)] === 0,
    numberAt: (name, end) => (plan.parameters[slotOf(name)] ?? 0) % Math.max(1, end),
  };
}

const namesOfShapes = new WeakMap<Shape['slots'], ReadonlyMap<string, number>>();

/** The slots of a shape by their names. */
export function slotsByName({ slots }: Shape): ReadonlyMap<string, number> {
  let names = namesOfShapes.get(slots);
  if (names === undefined) {
    names = new Map(slots.map(({ name }, slot) => [name, slot]));
    namesOfShapes.set(slots, names);
  }
  return names;
}
