import type { EventDraft } from '../../model/event/compose.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { makeReferenceNumber } from '../../model/values/identifiers.ts';
import { deriveId, type Identity, idPurposes } from '../../model/values/identity.ts';

/**
 * Gives the draft of a sample the ids and instants of an identity: those that AWS creates anew for each event, case or
 * item.
 */
export function identify(draft: EventDraft, identity: Identity): void {
  const id = (purpose: number): string => deriveId(identity, purpose);
  draft.id = id(idPurposes.event);
  draft.caseId = id(idPurposes.case);
  draft.createdAt += identity.number;
  draft.changedAt += identity.number;
  draft.sentAt += identity.number;
  if (draft.subject === 'case') {
    if (draft.fields === undefined || !Object.hasOwn(draft.fields, 'reference_number')) return;
    draft.fields.reference_number = { value: { stringValue: makeReferenceNumber(identity.number ^ identity.run) } };
    return;
  }
  draft.relatedItemId = id(idPurposes.relatedItem);
  const content = (draft.content ?? {}) as Record<string, string>;
  for (const [member, ofSample, purpose] of contentIds) {
    const text = content[member];
    if (text !== undefined) content[member] = text.replace(ofSample, id(purpose));
  }
}

/** Content members with the id of something that belongs to one related item only. */
const contentIds = [
  ['contactArn', sampleIds.contact, idPurposes.contact],
  ['fileArn', sampleIds.file, idPurposes.file],
  ['caseId', sampleIds.linkedCase, idPurposes.linkedCase],
] as const;
