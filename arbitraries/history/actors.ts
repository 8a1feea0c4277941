import type { EventDraft } from '../../model/event/compose.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import { resolveAdmission } from '../admission/admission.ts';
import { buildDraft } from '../plan/buildDraft.ts';
import { makeSamplePlan, setVariation } from '../plan/plan.ts';
import { type CaseKind, resolveEventKind } from '../variations/eventKind.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** Someone who changes cases: a person, another system, or an automation. */
export type Actor = Pick<EventDraft, 'user' | 'iamPrincipalArn'>;

/** An actor of a history, by index; 0 is that of the sample. */
export function resolveActor({ domain, dialect, seed, rule }: HistoryPlan, actorIndex: number): Actor {
  const kind = resolveEventKind({ type: 'CASE.UPDATED' }, domain, dialect);
  const plan = makeSamplePlan(kind);
  const random = new SeededRandom(seed + actorIndex);
  for (const point of actorIndex === 0 ? [] : listActorPoints(kind)) {
    const { variations } = kind.points[point] as CaseKind['points'][number];
    const typical = variations.filter((variation) => variation.class === 'typical');
    const variation = random.pick(random.below(6) === 0 ? variations : typical);
    setVariation(plan, point, variations.indexOf(variation), random.next());
  }
  const isDemanded = rule !== undefined && actorIndex % 3 !== 2;
  const { user, iamPrincipalArn } = buildDraft(
    (isDemanded && resolveAdmission(rule).adapt(plan)) || plan,
  ) as EventDraft;
  return { user, iamPrincipalArn };
}

function listActorPoints({ points }: CaseKind): number[] {
  return [...points.keys()].filter((point) => ['user', 'principal'].includes(points[point]?.id as string));
}
