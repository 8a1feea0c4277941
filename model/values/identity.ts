import { makeUuid } from './identifiers.ts';

/**
 * The place of an event in a run. It determines the event's ids and instants, because a handler that skips duplicates must
 * not skip different events. The sample with the same identity has the same ids and instants, so these do not differ.
 */
export interface Identity {
  /** The number in the run: later events have later instants. */
  readonly number: number;
  /** The run, a 32-bit number: the same number in another run gives other ids. */
  readonly run: number;
}

/** The purposes of the ids in an event, as {@link deriveId} takes them. */
export const idPurposes = { event: 0, case: 1, relatedItem: 2, contact: 3, file: 4, linkedCase: 5 } as const;

/** All ids that an identity gives to an event, always in the same order. */
export function listIds(identity: Identity): string[] {
  return Object.values(idPurposes).map((purpose) => deriveId(identity, purpose));
}

/** The UUID of an identity for one purpose. */
export function deriveId({ number, run }: Identity, purpose: number): string {
  return makeUuid(number, run ^ Math.imul(purpose, 0x85ebca6b));
}

/** A number that varies typical values, unique for each event of a run; 0 without an identity. */
export function deriveShift(identity: Identity | undefined): number {
  return identity === undefined ? 0 : Math.imul(identity.number, 0x9e3779b1) ^ identity.run;
}
