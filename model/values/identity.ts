import { uuid } from './identifiers.ts';

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

/** What an identity gives ids to. */
export const idPurposes = { event: 0, case: 1, relatedItem: 2, contact: 3, file: 4, linkedCase: 5 } as const;

/** All ids that an identity gives to an event, in the same order for each. */
export function listIds(identity: Identity): string[] {
  return Object.values(idPurposes).map((purpose) => deriveId(identity, purpose));
}

/** A UUID of an identity; another one for each purpose. */
export function deriveId({ number, run }: Identity, purpose: number): string {
  return uuid(number, run ^ Math.imul(purpose, 0x85ebca6b));
}

/** A number of an identity to vary a typical value by, so that no two events of a run share it; 0 without an identity. */
export function deriveShift(identity: Identity | undefined): number {
  return identity === undefined ? 0 : Math.imul(identity.number, 0x9e3779b1) ^ identity.run;
}
