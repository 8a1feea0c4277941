import type { CasesEvent } from '../casesEvent.ts';
import { type Invariant, invariant, unless } from '../invariant.ts';
import { isCaseEvent } from '../logicalType.ts';
import { received } from '../received.ts';
import { caseFieldText } from './caseFieldText.ts';

/** What an event says of its ids more than once, it says alike. */
export const idInvariants: readonly Invariant[] = [
  invariant('resources[0] lies in the account and Region of the event', 'oneAccount', (event) => {
    const place = `arn:aws:cases:${event.region}:${event.account}:domain/`;
    const [domain = ''] = event.resources;
    const allowed = `an ARN of the event's own Region and account, "${place}…"`;
    return unless(domain.startsWith(place), 'resources[0]', quotedStart(domain), allowed);
  }),
  invariant('resources[1] names the case or related item', 'resources', (event) => {
    const [domain = '', subject = ''] = event.resources;
    const ids = idsOf(event);
    const allowed = `resources[0] and then the ids of the detail, "…${cut(ids)}"`;
    return unless(subject === `${domain}${ids}`, 'resources[1]', quotedEnd(subject), allowed);
  }),
  invariant('the field case_id is the caseId', 'saidTwice', (event) => {
    const text = caseFieldText(event, 'case_id');
    const same = text === undefined || !isCaseEvent(event) || text === event.detail.case.caseId;
    const path = 'detail.case.fields.case_id.value.stringValue';
    return unless(same, path, received(text), 'the id in detail.case.caseId');
  }),
  invariant('changedFieldIds has no id twice', 'saidTwice', (event) => {
    const ids = (isCaseEvent(event) && event.detail.changedFieldIds) || [];
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
    return unless(twice < 0, `detail.changedFieldIds[${twice}]`, received(ids[twice]), 'an id that is not yet listed');
  }),
];

function idsOf(event: CasesEvent): string {
  if (isCaseEvent(event)) return `/case/${event.detail.case.caseId}`;
  const { caseId, relatedItemId } = event.detail.relatedItem;
  return `/case/${caseId}/related-item/${relatedItemId}`;
}

/** The Region and account of an ARN stand at its beginning, the ids at its end. */
function quotedStart(arn: string): string {
  return arn.length <= 60 ? `"${arn}"` : `"${arn.slice(0, 60)}…"`;
}

function quotedEnd(arn: string): string {
  return arn.length <= 110 ? `"${arn}"` : `"…${arn.slice(-100)}"`;
}

function cut(ids: string): string {
  return ids.length <= 110 ? ids : `${ids.slice(0, 100)}…`;
}
