import type { EventParts } from '../../model/event/compose.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { referenceNumber, uuid } from './identifiers.ts';

/**
 * Which of the events that a run plays an event is. Its ids and instants are made of it, as AWS gives every event its own:
 * a handler that skips what it has seen must not take one event for another. The sample of the same identity has the
 * same ones, so that they are no differences.
 */
export interface Identity {
  /** The place in the run: later events have later instants. */
  readonly number: number;
  /** Whose run it is, a 32-bit number: the same place in another run has other ids. */
  readonly run: number;
}

/** Gives the parts of a sample the ids and instants of an identity: those that AWS makes anew for each event, case or item. */
export function identify(parts: EventParts, identity: Identity): void {
  const id = (purpose: number): string => deriveId(identity, purpose);
  parts.id = id(0);
  parts.caseId = id(1);
  parts.relatedItemId = id(2);
  parts.createdAt += identity.number;
  parts.changedAt += identity.number;
  parts.sentAt += identity.number;
  if (parts.fields !== undefined && Object.hasOwn(parts.fields, 'reference_number')) {
    parts.fields.reference_number = { value: { stringValue: referenceNumber(identity.number ^ identity.run) } };
  }
  const content = (parts.content ?? {}) as Record<string, string>;
  for (const [member, ofSample, purpose] of contentIds) {
    const text = content[member];
    if (text !== undefined) content[member] = text.replace(ofSample, id(purpose));
  }
}

/** Which members of contents hold the id of something that belongs to one related item only. */
const contentIds = [
  ['contactArn', sampleIds.contact, 3],
  ['fileArn', sampleIds.file, 4],
  ['caseId', sampleIds.linkedCase, 5],
] as const;

/** All ids that an identity gives to an event, in the same order for each. */
export function listIds(identity: Identity): string[] {
  return [0, 1, 2, ...contentIds.map(([, , purpose]) => purpose)].map((purpose) => deriveId(identity, purpose));
}

/** A UUID of an identity; another one for each purpose. */
export function deriveId({ number, run }: Identity, purpose: number): string {
  return uuid(number, run ^ Math.imul(purpose, 0x85ebca6b));
}

/** A number of an identity to vary a typical value by, so that no two events of a run share it; 0 without an identity. */
export function deriveShift(identity: Identity | undefined): number {
  return identity === undefined ? 0 : Math.imul(identity.number, 0x9e3779b1) ^ identity.run;
}
