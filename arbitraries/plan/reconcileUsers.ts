import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { EventParts } from '../../model/event/compose.ts';
import { wrappers } from '../values/typicalValues.ts';
import type { PlannedValues } from './plannedValues.ts';

/**
 * Who did it is the user of the fields that say so. Another entity is no user: a case that it creates has none yet, and
 * one that it changes still shows the user before it.
 */
export function reconcileUsers({ user, type }: EventParts, fields: CaseFields, told: PlannedValues): void {
  if (user === undefined || !told.isOrdinary('user')) return;
  const created = type === 'CASE.CREATED';
  for (const id of created ? ['created_by', 'last_updated_user'] : ['last_updated_user']) {
    const field = fields[id];
    if (field === undefined || !told.isOrdinary(`field ${id}`)) continue;
    const wrap = wrappers['stringValue' in field.value ? 'stringValue' : 'userArnValue'];
    if (user.userArn !== undefined) fields[id] = { value: wrap(user.userArn) };
    else if (created) delete fields[id];
  }
}
