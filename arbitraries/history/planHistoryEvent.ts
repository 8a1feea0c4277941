import { oncePer } from '../../model/values/oncePer.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import { drawPlan, hasClass } from '../generation/drawPlan.ts';
import { type ShrinkablePlan, toShrinkable } from '../generation/shrinkablePlan.ts';
import { copyPlan, makeSamplePlan, type Plan } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { VariationPoint } from '../variations/variationPoint.ts';
import type { Command } from './historyPlan.ts';

/**
 * The plan of a command's event. It is drawn once. When shrinking turns the event into one of another kind, the plan
 * keeps its variations at the points that both kinds have.
 */
export function planHistoryEvent({ planned, seed, eventClass }: Command, kind: EventKind): ShrinkablePlan {
  if (planned?.plan.kind === kind) return planned;
  if (planned !== undefined) return toShrinkable(movePlan(planned.plan, kind), planned.eventClass);
  if (seed === 0) return toShrinkable(makeSamplePlan(kind), 'sample');
  const known = hasClass(kind, eventClass) ? eventClass : 'typical';
  const plan = drawPlan(kind, known, new SeededRandom(seed), 0);
  for (const point of listHistoryPoints(kind)) plan.variations[point] = 0;
  return toShrinkable(plan, known);
}

/** The points that the history itself decides: ids, times and actors. */
const historyPoints: ReadonlySet<string> = new Set(['id', 'times', 'user', 'principal', 'content']);

/** The segments `detail` and `case` or `relatedItem`. A deletion keeps everything below them. */
const SUBJECT_DEPTH = 2;

const listHistoryPoints = oncePer((kind: EventKind): readonly number[] =>
  [...kind.points.keys()].filter((place) => {
    const { id, segments } = kind.points[place] as VariationPoint;
    return historyPoints.has(id) || (kind.type.endsWith('DELETED') && segments.length > SUBJECT_DEPTH);
  }),
);

function movePlan(plan: Plan, kind: EventKind): Plan {
  const other = copyPlan(makeSamplePlan(kind));
  for (const [point, { id, variations }] of kind.points.entries()) {
    const from = plan.kind.points.findIndex((one) => one.id === id);
    const number = from < 0 ? 0 : (plan.variations[from] as number);
    const coverageItem = plan.kind.points[from]?.variations[number - 1]?.coverageItem;
    if (number === 0 || variations[number - 1]?.coverageItem !== coverageItem) continue;
    other.variations[point] = number;
    other.parameters[point] = plan.parameters[from] as number;
  }
  return other;
}
