import type { CaseFields } from './casesDetail';

/** The text of a field, or null if the event has none. Users come as `userArnValue` or as text. */
export function textOf(fields: CaseFields, id: string): string | null {
  const value = fields[id]?.value;
  return value?.stringValue ?? value?.userArnValue ?? null;
}

/** The number of a field, or null. */
export function numberOf(fields: CaseFields, id: string): number | null {
  return fields[id]?.value?.doubleValue ?? null;
}

/** The flag of a field, or null. */
export function flagOf(fields: CaseFields, id: string): boolean | null {
  return fields[id]?.value?.booleanValue ?? null;
}

/** The page of a link field, or null: AWS does not promise that the text of a Url field is a URL. */
export function pageOf(fields: CaseFields, id: string): string | null {
  const text = textOf(fields, id);
  return text !== null && /^https?:/i.test(text) && URL.canParse(text) ? text : null;
}

/** The day of a field as `2026-11-23`, or null: AWS does not promise that the text of a DateTime field is a date. */
export function dayOf(fields: CaseFields, id: string): string | null {
  const time = Date.parse(textOf(fields, id) ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}
