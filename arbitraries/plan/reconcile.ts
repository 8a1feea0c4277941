import type { EventDraft } from '../../model/event/compose.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Plan } from './plan.ts';
import { indexPoints, readPlannedValues } from './plannedValues.ts';
import { reconcileDates } from './reconcileDates.ts';
import { reconcileSla } from './reconcileSla.ts';
import { reconcileUsers } from './reconcileUsers.ts';

/**
 * Makes the values of an event agree: the status of a case with when it was closed and reopened, and with what changed;
 * the performer with the fields that name a user; the status of an SLA with its times. Only ordinary values and those
 * of the sample are changed: an edge stays, and so does what is absent.
 */
export function reconcile(draft: EventDraft, plan: Plan): void {
  if (!needsReconciling(plan.kind)) return;
  const planned = readPlannedValues(plan);
  if (draft.subject === 'relatedItem') {
    if (draft.contentKey === 'sla') reconcileSla(draft, planned);
  } else if (draft.fields !== undefined) {
    reconcileUsers(draft, draft.fields, planned);
    reconcileDates(draft, draft.fields, planned);
  }
}

const TOLD_TWICE = [
  'field last_closed_datetime',
  'field last_reopened_datetime',
  'field next_sla_breach_datetime',
  'field last_updated_user',
  'field created_by',
  'sla status',
];

/** Most events have no two values that could disagree. */
function needsReconciling(kind: EventKind): boolean {
  const points = indexPoints(kind);
  return TOLD_TWICE.some((id) => points.has(id));
}
