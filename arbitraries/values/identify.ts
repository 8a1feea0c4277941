import type { EventParts } from '../../model/event/compose.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { referenceNumber } from '../../model/values/identifiers.ts';
import { deriveId, type Identity, idPurposes } from '../../model/values/identity.ts';

/**
 * Gives the parts of a sample the ids and instants of an identity: those that AWS creates anew for each event, case or
 * item.
 */
export function identify(parts: EventParts, identity: Identity): void {
  const id = (purpose: number): string => deriveId(identity, purpose);
  parts.id = id(idPurposes.event);
  parts.caseId = id(idPurposes.case);
  parts.createdAt += identity.number;
  parts.changedAt += identity.number;
  parts.sentAt += identity.number;
  if (parts.subject === 'case') {
    if (parts.fields === undefined || !Object.hasOwn(parts.fields, 'reference_number')) return;
    parts.fields.reference_number = { value: { stringValue: referenceNumber(identity.number ^ identity.run) } };
    return;
  }
  parts.relatedItemId = id(idPurposes.relatedItem);
  const content = (parts.content ?? {}) as Record<string, string>;
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
