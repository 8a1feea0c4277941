import type { EventKind } from '../variations/eventKind.ts';
import { type Plan, variationAt } from './plan.ts';

/** What a plan has at the places of an event, by the names of their points. */
export interface PlannedValues {
  /** Whether a place has an ordinary value or that of the sample: no edge, and not nothing. */
  isOrdinary(name: string): boolean;
  /** Whether a place has the value of the sample. */
  isSample(name: string): boolean;
  /** The number that an ordinary value is made of, below `end`; 0 for that of the sample. */
  numberAt(name: string, end: number): number;
}

/** What a plan tells. */
export function readPlannedValues(plan: Plan): PlannedValues {
  const points = indexPoints(plan.kind);
  const pointAt = (name: string): number => points.get(name) ?? -1;
  return {
    isOrdinary: (name) => points.has(name) && (variationAt(plan, pointAt(name))?.class ?? 'typical') === 'typical',
    isSample: (name) => plan.variations[pointAt(name)] === 0,
    numberAt: (name, end) => (plan.parameters[pointAt(name)] ?? 0) % Math.max(1, end),
  };
}

const namesByKind = new WeakMap<EventKind['points'], ReadonlyMap<string, number>>();

/** The points of an event kind by their names. */
export function indexPoints({ points }: EventKind): ReadonlyMap<string, number> {
  let names = namesByKind.get(points);
  if (names === undefined) {
    names = new Map(points.map(({ name }, point) => [name, point]));
    namesByKind.set(points, names);
  }
  return names;
}
