import { SeededRandom } from '../../model/values/seededRandom.ts';
import { drawPlan, hasClass } from '../generation/drawPlan.ts';
import { type ShrinkablePlan, toShrinkable } from '../generation/shrinkablePlan.ts';
import { copyPlan, type Plan, samplePlan } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { VariationPoint } from '../variations/variationPoint.ts';
import type { Command } from './historyPlan.ts';

/**
 * The differences of an action's event from the sample of the kind of event that it turns out to be. They are drawn once;
 * when the action becomes another kind of event, those at places that both kinds have go along.
 */
export function planHistoryEvent({ planned, seed, eventClass }: Command, kind: EventKind): ShrinkablePlan {
  if (planned?.plan.kind === kind) return planned;
  if (planned !== undefined) return toShrinkable(moved(planned.plan, kind), planned.eventClass);
  if (seed === 0) return toShrinkable(samplePlan(kind), 'sample');
  const known = hasClass(kind, eventClass) ? eventClass : 'typical';
  const plan = drawPlan(kind, known, new SeededRandom(seed), 0);
  for (const point of listDecidedPoints(kind)) plan.variations[point] = 0;
  return toShrinkable(plan, known);
}

/** What the history itself says: ids and times, who did it, whether there is content, and what is deleted. */
const decided: ReadonlySet<string> = new Set(['id', 'times', 'user', 'principal', 'content']);

/** `detail` and `case` or `relatedItem`: what lies deeper is as it was before. */
const SUBJECT_STEPS = 2;

const decidedByKind = new WeakMap<EventKind, readonly number[]>();

function listDecidedPoints(kind: EventKind): readonly number[] {
  let points = decidedByKind.get(kind);
  if (points === undefined) {
    points = [...kind.points.keys()].filter((place) => {
      const { name, segments } = kind.points[place] as VariationPoint;
      return decided.has(name) || (kind.type.endsWith('DELETED') && segments.length > SUBJECT_STEPS);
    });
    decidedByKind.set(kind, points);
  }
  return points;
}

function moved(plan: Plan, kind: EventKind): Plan {
  const other = copyPlan(samplePlan(kind));
  for (const [point, { name, variations }] of kind.points.entries()) {
    const from = plan.kind.points.findIndex((one) => one.name === name);
    const number = from < 0 ? 0 : (plan.variations[from] as number);
    const coverageItem = plan.kind.points[from]?.variations[number - 1]?.coverageItem;
    if (number === 0 || variations[number - 1]?.coverageItem !== coverageItem) continue;
    other.variations[point] = number;
    other.parameters[point] = plan.parameters[from] as number;
  }
  return other;
}
