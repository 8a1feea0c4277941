import type { Contract } from '../../../contracts/contract.ts';
import type { Replay } from '../failure/contractViolation.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import type { Identified, WitnessForm, WitnessSubject } from '../witness/witnessFile.ts';
import { isDeliveryPath } from './deliveryOptions.ts';
import type { Delivery } from './faults/deliveryArbitrary.ts';
import { isFault, isWholeNumber } from './faults/isFault.ts';
import type { GuaranteeName } from './guarantees/guarantees.ts';

/** A failing delivery, saved whole. */
export interface DeliveryWitness extends Delivery, Identified {
  /** The guarantee that it broke, for those who read the file. */
  readonly promise: GuaranteeName;
  readonly replay: Replay;
}

/** The file of a failing delivery. */
export const deliveryWitness: WitnessForm<DeliveryWitness> = {
  write: ({ title, promise, replay, handler, batchSize, interleaving, faults, history }) => ({
    title,
    promise,
    replay,
    handler,
    batchSize,
    interleaving,
    faults,
    history,
  }),
  read: (saved: DeliveryWitness) => (isDelivery(saved) && isReplay(saved.replay) ? saved : undefined),
};

/** The witnesses of one consumer: the usual one is that of all its contracts, and a choice of them has its own. */
export function findWitnessSubject(contracts: readonly [Contract, ...Contract[]]): WitnessSubject {
  const [{ consumer, table }] = contracts;
  const title = nameDeliveries({ consumer });
  const [given, all] = [contracts, table.rows].map(listRowNames) as [readonly string[], readonly string[]];
  return { title, table, ...(given.length < all.length && { choice: JSON.stringify(given) }) };
}

/** The rows by what never changes: a title also says whether a row reads anything. */
function listRowNames(rows: readonly Pick<Contract, 'eventType' | 'itemType'>[]): readonly string[] {
  return [...new Set(rows.map(({ eventType, itemType = '' }) => `${eventType} ${itemType}`))].sort();
}

/** An error is a no, too: nothing is known of the value yet. */
function isDelivery({ history, faults, batchSize, interleaving }: Delivery): boolean {
  const ids = new Set<unknown>(history.map(({ id }) => id));
  return (
    history.length > 0 &&
    ids.size === history.length &&
    [...ids].every((id) => typeof id === 'string') &&
    faults.every((fault) => isFault(fault) && ids.has(fault.event)) &&
    isWholeNumber(batchSize, 1) &&
    isWholeNumber(interleaving, 0)
  );
}

function isReplay({ seed, path }: Replay): boolean {
  return Number.isSafeInteger(seed) && isDeliveryPath(path);
}
