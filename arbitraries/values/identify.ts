import type { EventParts } from '../../model/event/compose.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { referenceNumber } from '../../model/values/identifiers.ts';
import { deriveId, type Identity } from '../../model/values/identity.ts';

/**
 * Gives the parts of a sample the ids and instants of an identity: those that AWS creates anew for each event, case or
 * item.
 */
export function identify(parts: EventParts, identity: Identity): void {
  const id = (purpose: number): string => deriveId(identity, purpose);
  parts.id = id(0);
  parts.caseId = id(1);
  parts.createdAt += identity.number;
  parts.changedAt += identity.number;
  parts.sentAt += identity.number;
  if (parts.subject === 'case') {
    if (parts.fields === undefined || !Object.hasOwn(parts.fields, 'reference_number')) return;
    parts.fields.reference_number = { value: { stringValue: referenceNumber(identity.number ^ identity.run) } };
    return;
  }
  parts.relatedItemId = id(2);
  const content = (parts.content ?? {}) as Record<string, string>;
  for (const [member, ofSample, purpose] of contentIds) {
    const text = content[member];
    if (text !== undefined) content[member] = text.replace(ofSample, id(purpose));
  }
}

/** Content members with the id of something that belongs to one related item only. */
const contentIds = [
  ['contactArn', sampleIds.contact, 3],
  ['fileArn', sampleIds.file, 4],
  ['caseId', sampleIds.linkedCase, 5],
] as const;

/** All ids that an identity gives to an event, always in the same order. */
export function listIds(identity: Identity): string[] {
  return [0, 1, 2, ...contentIds.map(([, , purpose]) => purpose)].map((purpose) => deriveId(identity, purpose));
}
