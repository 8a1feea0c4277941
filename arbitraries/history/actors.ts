import type { EventParts } from '../../model/event/compose.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import { buildParts } from '../plan/parts.ts';
import { samplePlan, setVariation } from '../plan/plan.ts';
import { type EventKind, resolveEventKind } from '../variations/eventKind.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** Someone who changes cases: a person, another system, or an automation. */
export type Actor = Pick<EventParts, 'user' | 'iamPrincipalArn'>;

/** One of the cast of a history, by number; 0 is the one of the sample. */
export function resolveActor({ domain, dialect, seed }: HistoryPlan, by: number): Actor {
  const kind = resolveEventKind('CASE.UPDATED', '', domain, dialect);
  const plan = samplePlan(kind);
  const random = new SeededRandom(seed + by);
  for (const point of by === 0 ? [] : listActorPoints(kind)) {
    const { variations } = kind.points[point] as EventKind['points'][number];
    const typical = variations.filter((variation) => variation.class === 'typical');
    const variation = random.pick(random.below(6) === 0 ? variations : typical);
    setVariation(plan, point, variations.indexOf(variation), random.next());
  }
  const { user, iamPrincipalArn } = buildParts(plan);
  return { user, iamPrincipalArn };
}

function listActorPoints({ points }: EventKind): number[] {
  return [...points.keys()].filter((point) => ['user', 'principal'].includes(points[point]?.name as string));
}
