import type { CasesEvent } from '../event/casesEvent.ts';
import { isCaseEvent } from '../event/parseEventType.ts';
import { type Invariant, makeInvariant, reportUnless } from './invariant.ts';
import { readCaseFieldText } from './readCaseFieldText.ts';

/** Repeated ids of an event agree. */
export const idInvariants: readonly Invariant[] = [
  makeInvariant('resources[0] lies in the account and Region of the event', 'oneAccount', (event, showValue) => {
    const place = `arn:aws:cases:${event.region}:${event.account}:domain/`;
    const [domain = ''] = event.resources;
    const allowed = 'an ARN of the event\'s own Region and account, "arn:aws:cases:<region>:<account>:domain/…"';
    return reportUnless(domain.startsWith(place), ['resources', 0], showValue(domain), allowed);
  }),
  makeInvariant('resources[1] names the case or related item', 'resources', (event, showValue) => {
    const [domain = '', subject = ''] = event.resources;
    const { ids, form } = listIds(event);
    const allowed = `resources[0] and then the ids of the detail, "…${form}"`;
    return reportUnless(subject === `${domain}${ids}`, ['resources', 1], showValue(subject), allowed);
  }),
  makeInvariant('the field case_id is the caseId', 'saidTwice', (event, showValue) => {
    const text = readCaseFieldText(event, 'case_id');
    const same = text === undefined || !isCaseEvent(event) || text === event.detail.case.caseId;
    const segments = ['detail', 'case', 'fields', 'case_id', 'value', 'stringValue'];
    return reportUnless(same, segments, showValue(text), 'the id in detail.case.caseId');
  }),
  makeInvariant('changedFieldIds has no id twice', 'saidTwice', (event, showValue) => {
    const ids = (isCaseEvent(event) && event.detail.changedFieldIds) || [];
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
    return reportUnless(
      twice < 0,
      ['detail', 'changedFieldIds', twice],
      showValue(ids[twice]),
      'an id that is not yet listed',
    );
  }),
];

/** The ids at the end of an ARN, and their origin. */
function listIds(event: CasesEvent): { readonly ids: string; readonly form: string } {
  if (isCaseEvent(event)) return { ids: `/case/${event.detail.case.caseId}`, form: '/case/<caseId>' };
  const { caseId, relatedItemId } = event.detail.relatedItem;
  const ids = `/case/${caseId}/related-item/${relatedItemId}`;
  return { ids, form: '/case/<caseId>/related-item/<relatedItemId>' };
}
