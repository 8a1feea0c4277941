import type { CasesEvent } from '../event/casesEvent.ts';
import { isCaseEvent } from '../event/parseEventType.ts';

/** The text of a case's field, or undefined if the field is absent or holds no text. */
export function readCaseFieldText(event: CasesEvent, id: string): string | undefined {
  const fields = isCaseEvent(event) ? event.detail.case.fields : undefined;
  const value = fields !== undefined && Object.hasOwn(fields, id) ? fields[id]?.value : undefined;
  return value !== undefined && 'stringValue' in value ? value.stringValue : undefined;
}
