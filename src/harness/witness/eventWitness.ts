import type { Witness } from '../run/witness.ts';
import type { WitnessForm } from './witnessFile.ts';

/** A witness in its file: the item type of a case event is an empty text. */
type SavedWitness = Omit<Witness, 'itemType'> & { readonly itemType: string };

/** The file of a failing event. */
export const eventWitness: WitnessForm<Witness> = {
  write: (witness) => ({ ...witness, itemType: witness.itemType ?? '' }),
  read: (saved: SavedWitness) =>
    Array.isArray(saved.differences)
      ? { ...saved, itemType: saved.itemType === '' ? undefined : saved.itemType }
      : undefined,
};
