import { oncePer } from '../../model/values/oncePer.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { getVariation, type Plan } from './plan.ts';

/** What a plan has at its points, by their ids. */
export interface PlannedValues {
  /** Whether a point has an ordinary value or that of the sample. */
  isOrdinary(id: string): boolean;
  /** Whether a point has the value of the sample. */
  isSample(id: string): boolean;
  /** The parameter of an ordinary value, below `end`; 0 for the value of the sample. */
  numberAt(id: string, end: number): number;
}

/** Reads what a plan has at its points. */
export function readPlannedValues(plan: Plan): PlannedValues {
  const points = indexPoints(plan.kind);
  const pointAt = (id: string): number => points.get(id) ?? -1;
  return {
    isOrdinary: (id) => points.has(id) && (getVariation(plan, pointAt(id))?.class ?? 'typical') === 'typical',
    isSample: (id) => plan.variations[pointAt(id)] === 0,
    numberAt: (id, end) => (plan.parameters[pointAt(id)] ?? 0) % Math.max(1, end),
  };
}

/** The points of an event kind by their ids. */
export const indexPoints = oncePer(
  ({ points }: EventKind): ReadonlyMap<string, number> => new Map(points.map(({ id }, point) => [id, point])),
  ({ points }) => points,
);
