import type { CasesEvent } from '../event/casesEvent.ts';
import { isCaseEvent } from '../event/parseEventType.ts';
import { compareInstants } from '../values/time/instants.ts';
import { type Invariant, makeInvariant, reportUnless } from './invariant.ts';
import { readCaseFieldText } from './readCaseFieldText.ts';

/** The instants of an event are in order, with any number of fraction digits. */
export const timeInvariants: readonly Invariant[] = [
  makeInvariant('createdDateTime is not after approximateChangeTime', 'createdBeforeChanged', (event, showValue) => {
    const created = readCreation(event);
    const { approximateChangeTime } = event.detail;
    const late = created !== undefined && compareInstants(created, approximateChangeTime) > 0;
    const segments = ['detail', isCaseEvent(event) ? 'case' : 'relatedItem', 'createdDateTime'];
    return reportUnless(!late, segments, showValue(created), 'no instant after detail.approximateChangeTime');
  }),
  makeInvariant('the field created_datetime is the instant of createdDateTime', 'saidTwice', (event, showValue) => {
    const created = readCreation(event);
    const text = readCaseFieldText(event, 'created_datetime');
    const segments = ['detail', 'case', 'fields', 'created_datetime', 'value', 'stringValue'];
    const differs = created !== undefined && text !== undefined && isOtherInstant(text, created);
    return reportUnless(!differs, segments, showValue(text), 'the instant of detail.case.createdDateTime');
  }),
];

function readCreation(event: CasesEvent): string | undefined {
  return isCaseEvent(event) ? event.detail.case.createdDateTime : event.detail.relatedItem.createdDateTime;
}

/** Whether a text is a different instant. AWS does not promise that any field's text is an instant. */
function isOtherInstant(text: string, instant: string): boolean {
  const exactly = compareInstants(text, instant);
  if (!Number.isNaN(exactly)) return exactly !== 0;
  const inOtherForm = Date.parse(text);
  return !Number.isNaN(inOtherForm) && inOtherForm !== Date.parse(instant);
}
