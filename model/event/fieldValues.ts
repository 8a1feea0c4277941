import type { ValuePath } from '../values/eventPath.ts';
import type { CaseFields, CasesEvent, FieldValue } from './casesEvent.ts';
import { isCaseEvent } from './parseEventType.ts';

/** A field's value, its place in the event, and its field id. */
export interface PlacedValue {
  readonly id: string;
  readonly segments: ValuePath;
  readonly value: FieldValue;
}

/** The field values of an event: those of a case, or those of a Custom related item as list or map. */
export function listFieldValues(event: CasesEvent): PlacedValue[] {
  if (isCaseEvent(event)) return listPlacedValues(event.detail.case.fields ?? {}, ['detail', 'case', 'fields']);
  const segments = ['detail', 'relatedItem', 'custom', 'fields'];
  const fields = event.detail.relatedItem.custom?.fields ?? [];
  return Array.isArray(fields)
    ? fields.map(({ id, value }, index) => ({ id, value, segments: [...segments, index, 'value'] }))
    : listPlacedValues(fields, segments);
}

function listPlacedValues(fields: CaseFields, segments: readonly string[]): PlacedValue[] {
  return Object.entries(fields).map(([id, { value }]) => ({ id, value, segments: [...segments, id, 'value'] }));
}
