import type { CaseFields } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import { sampleParts, sampleValue } from '../../src/event/samples.ts';
import { itemFieldsOf } from '../content/customSlots.ts';
import type { Shape } from '../shape.ts';
import { type Plan, variationAt } from './plan.ts';

/** What a plan says, before anything is filled up. */
export function partsOf(plan: Plan): EventParts {
  const parts = baseParts(plan.shape);
  for (let slot = 0; slot < plan.variations.length; slot++) {
    variationAt(plan, slot)?.apply(parts, plan.parameters[slot] as number);
  }
  agree(parts);
  return parts;
}

/** The parts of the sample; with fresh custom fields, without the domain's own. */
export function baseParts({ type, domain, itemType, dialect, fresh }: Shape): EventParts {
  const parts = sampleParts(type, domain, itemType, dialect);
  if (!fresh) return parts;
  if (parts.fields !== undefined) {
    for (const field of Object.values(domain.fields)) delete parts.fields[field.id];
  }
  if (parts.contentKey === 'custom' && parts.content !== undefined) {
    const fields = itemFieldsOf(domain, fresh);
    parts.content = { fields: fields.map((field) => ({ id: field.id, value: sampleValue(field, domain, dialect) })) };
  }
  return parts;
}

/** What an event says twice it says alike. */
export function agree(parts: EventParts): void {
  const { fields, clearedFieldIds } = parts;
  if (clearedFieldIds.length > 0) {
    parts.changedFieldIds = parts.changedFieldIds.filter((id) => !clearedFieldIds.includes(id));
  }
  if (fields === undefined) return;
  repeat(fields, 'case_id', parts.caseId);
  repeat(fields, 'created_datetime', new Date(parts.createdAt).toISOString());
  repeat(fields, 'last_updated_datetime', new Date(parts.changedAt).toISOString());
}

function repeat(fields: CaseFields, id: string, text: string): void {
  if (Object.hasOwn(fields, id)) fields[id] = { value: { stringValue: text } };
}
