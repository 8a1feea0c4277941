import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { CaseDraft } from '../../model/event/compose.ts';
import { wrappers } from '../values/makeTypicalValues.ts';
import type { PlannedValues } from './plannedValues.ts';

/**
 * The performer is the user of `created_by` and `last_updated_user`. Another entity is no user: a case that it creates
 * has none yet, and a case that it changes still shows the user before.
 */
export function reconcileUsers({ user, type }: CaseDraft, fields: CaseFields, planned: PlannedValues): void {
  if (user === undefined || !planned.isOrdinary('user')) return;
  const created = type === 'CASE.CREATED';
  for (const id of created ? ['created_by', 'last_updated_user'] : ['last_updated_user']) {
    const field = fields[id];
    if (field === undefined || !planned.isOrdinary(`field ${id}`)) continue;
    const wrap = wrappers['stringValue' in field.value ? 'stringValue' : 'userArnValue'];
    if (user.userArn !== undefined) fields[id] = { value: wrap(user.userArn) };
    else if (created) delete fields[id];
  }
}
