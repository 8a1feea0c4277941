import type { SlaContent } from '../../model/event/casesEvent.ts';
import type { RelatedItemDraft } from '../../model/event/compose.ts';
import { HOUR, MINUTE, MONTH } from '../../model/values/time/durations.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import type { PlannedValues } from './plannedValues.ts';

/** An SLA is active until its target and overdue after it; it is met before its target, or completed after it. */
export function reconcileSla(draft: RelatedItemDraft, planned: PlannedValues): void {
  if (draft.content === undefined) return;
  const sla = (draft.content as SlaContent).slaConfiguration;
  const wait = planned.isSample('sla targetTime') ? HOUR : MINUTE + planned.numberAt('sla targetTime', MONTH);
  if (draft.type === 'RELATED_ITEM.CREATED' && sla.status !== 'Met') sla.status = 'Active';
  const late = sla.status === 'Overdue' || sla.status === 'NotMet';
  const target = draft.changedAt + (late ? -wait : wait);
  if (late) draft.createdAt = Math.min(draft.createdAt, target - MINUTE);
  sla.targetTime = formatInstant(target);
  if (sla.status === 'Met') sla.completionTime = formatInstant(Math.max(draft.createdAt, draft.changedAt - wait));
  if (sla.status === 'NotMet') sla.completionTime = formatInstant(target + Math.ceil(wait / 2));
}
