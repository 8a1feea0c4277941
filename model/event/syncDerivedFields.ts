import { formatInstant } from '../values/time/formatInstant.ts';
import type { CaseFields } from './casesEvent.ts';
import type { EventDraft } from './compose.ts';

/** Copies the ids and instants of a case event into its fields that repeat them. */
export function syncDerivedFields(draft: EventDraft): void {
  if (draft.subject === 'relatedItem') return;
  const { fields, clearedFieldIds } = draft;
  if (clearedFieldIds.length > 0) {
    draft.changedFieldIds = draft.changedFieldIds.filter((id) => !clearedFieldIds.includes(id));
  }
  if (fields === undefined) return;
  repeat(fields, 'case_id', () => draft.caseId);
  repeat(fields, 'created_datetime', () => formatInstant(draft.createdAt));
  repeat(fields, 'last_updated_datetime', () => formatInstant(draft.changedAt));
}

function repeat(fields: CaseFields, id: string, text: () => string): void {
  if (Object.hasOwn(fields, id)) fields[id] = { value: { stringValue: text() } };
}
