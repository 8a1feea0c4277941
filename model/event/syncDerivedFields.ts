import { isoInstant } from '../values/isoInstant.ts';
import type { CaseFields } from './casesEvent.ts';
import type { EventParts } from './compose.ts';

/** Copies the ids and instants of a case event into its fields that repeat them. */
export function syncDerivedFields(parts: EventParts): void {
  if (parts.subject === 'relatedItem') return;
  const { fields, clearedFieldIds } = parts;
  if (clearedFieldIds.length > 0) {
    parts.changedFieldIds = parts.changedFieldIds.filter((id) => !clearedFieldIds.includes(id));
  }
  if (fields === undefined) return;
  repeat(fields, 'case_id', () => parts.caseId);
  repeat(fields, 'created_datetime', () => isoInstant(parts.createdAt));
  repeat(fields, 'last_updated_datetime', () => isoInstant(parts.changedAt));
}

function repeat(fields: CaseFields, id: string, text: () => string): void {
  if (Object.hasOwn(fields, id)) fields[id] = { value: { stringValue: text() } };
}
