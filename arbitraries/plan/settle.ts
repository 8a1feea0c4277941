import type { EventParts } from '../../model/event/compose.ts';
import type { Shape } from '../variations/shape.ts';
import type { Plan } from './plan.ts';
import { settleDates } from './settleDates.ts';
import { settleSla } from './settleSla.ts';
import { settleUsers } from './settleUsers.ts';
import { slotsByName, toldBy } from './told.ts';

/**
 * Makes true at once what an event tells in several places: whether a case is closed, when it was closed and reopened,
 * and what changed; who did it; what became of an SLA, and when. Ordinary values and those of the sample give way; what
 * an edge has put there stays, and what is absent stays away.
 */
export function settle(parts: EventParts, plan: Plan): void {
  if (!hasToAgree(plan.shape)) return;
  const told = toldBy(plan);
  if (parts.contentKey === 'sla') settleSla(parts, told);
  if (parts.fields === undefined) return;
  settleUsers(parts, parts.fields, told);
  settleDates(parts, parts.fields, told);
}

const NAMES = [
  'field last_closed_datetime',
  'field last_reopened_datetime',
  'field next_sla_breach_datetime',
  'field last_updated_user',
  'field created_by',
  'sla status',
];

/** Most events tell nothing of that kind twice. */
function hasToAgree(shape: Shape): boolean {
  const names = slotsByName(shape);
  return NAMES.some((name) => names.has(name));
}
