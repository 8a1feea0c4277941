import type { EventParts } from '../../model/event/compose.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Plan } from './plan.ts';
import { indexPoints, readPlannedValues } from './plannedValues.ts';
import { reconcileDates } from './reconcileDates.ts';
import { reconcileSla } from './reconcileSla.ts';
import { reconcileUsers } from './reconcileUsers.ts';

/**
 * Makes true at once what an event tells in several places: whether a case is closed, when it was closed and reopened,
 * and what changed; who did it; what became of an SLA, and when. Ordinary values and those of the sample give way; what
 * an edge has put there stays, and what is absent stays away.
 */
export function reconcile(parts: EventParts, plan: Plan): void {
  if (!needsReconciling(plan.kind)) return;
  const told = readPlannedValues(plan);
  if (parts.contentKey === 'sla') reconcileSla(parts, told);
  if (parts.fields === undefined) return;
  reconcileUsers(parts, parts.fields, told);
  reconcileDates(parts, parts.fields, told);
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
function needsReconciling(kind: EventKind): boolean {
  const names = indexPoints(kind);
  return NAMES.some((name) => names.has(name));
}
