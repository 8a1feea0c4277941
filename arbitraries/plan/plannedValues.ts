import type { EventKind } from '../variations/eventKind.ts';
import { type Plan, variationAt } from './plan.ts';

/** What a plan has at its points, by their names. */
export interface PlannedValues {
  /** Whether a point has an ordinary value or that of the sample. */
  isOrdinary(name: string): boolean;
  /** Whether a point has the value of the sample. */
  isSample(name: string): boolean;
  /** The parameter of an ordinary value, below `end`; 0 for the value of the sample. */
  numberAt(name: string, end: number): number;
}

/** Reads what a plan has at its points. */
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
