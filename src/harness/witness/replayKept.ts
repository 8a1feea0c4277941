import { warn } from '../../../model/platform/realProcess.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import { dropWitness, type Identified, loadWitness, type WitnessForm, type WitnessSubject } from './witnessFile.ts';

/** Plays a witness. Undefined if it passes. */
type Play<Found> = () => Promise<Found | undefined>;

/**
 * Plays the saved witness of a subject and a handler, if there is one. It removes a witness that passes, or that is not
 * valid any more.
 * @param prepare how to play a witness, or why it is not valid any more: the words after the title of the subject. With
 * undefined it is removed without a word: the call itself does not admit it
 */
export async function replayKept<Witness extends Identified, Found>(
  subject: WitnessSubject,
  handler: HandlerName,
  form: WitnessForm<Witness>,
  prepare: (witness: Witness) => Play<Found> | string | undefined,
): Promise<Found | undefined> {
  const kept = loadWitness(subject, handler, form);
  if (kept === undefined) return undefined;
  const play = kept.witness === 'unreadable' ? DAMAGED : prepare(kept.witness);
  if (typeof play === 'string') warn(`${subject.title}: ${play}, so it is dropped`);
  const found = typeof play === 'function' ? await play() : undefined;
  if (found === undefined) dropWitness(kept);
  return found;
}

const DAMAGED = 'its witness is damaged, or is one of another contract';
