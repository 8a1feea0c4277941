import type { Replay } from '../failure/contractViolation.ts';
import { type SearchOptions, search } from '../run/search.ts';
import type { Delivery, DeliveryArbitrary } from './faults/deliveryArbitrary.ts';
import type { GuaranteeViolation } from './guarantees/guarantee.ts';
import type { GuaranteeName } from './guarantees/guarantees.ts';
import type { DeliveryOracle } from './oracle/deliveryOracle.ts';

type Violation = GuaranteeViolation<GuaranteeName>;

/** A failing delivery, shrunk as far as time allowed. */
export interface FailingDelivery {
  readonly delivery: Delivery;
  readonly violation: Violation;
  readonly replay: Replay;
  /** Whether time ended the shrinking: a shorter one may fail, too. */
  readonly isCut?: boolean;
}

/** The smallest failing delivery. */
export async function findFirstViolation(
  deliveries: DeliveryArbitrary,
  oracle: DeliveryOracle,
  options: Omit<SearchOptions, 'onCut' | 'tried'>,
): Promise<FailingDelivery | undefined> {
  let isCut = false;
  let found: Pick<FailingDelivery, 'delivery' | 'violation'> | undefined;
  const path = await search(
    () => deliveries,
    { ...options, tried: 'delivery', onCut: () => (isCut = true) },
    async (delivery) => {
      const violation = await judgeDelivery(delivery, oracle, found === undefined);
      if (violation !== undefined) found = { delivery, violation };
      return violation !== undefined;
    },
  );
  if (found === undefined || path === undefined) return undefined;
  const { delivery, violation } = found;
  return { delivery, violation: await oracle.examine(violation), replay: { seed: options.seed, path }, isCut };
}

/**
 * The guarantee that a delivery breaks, if any.
 * @param isFirst whether no delivery has failed before
 * @throws Error if `reset` or `observe` is faulty, so that there is no verdict
 */
export async function judgeDelivery(
  delivery: Delivery,
  oracle: DeliveryOracle,
  isFirst: boolean,
): Promise<Violation | undefined> {
  const found = await oracle.findViolation(delivery);
  if (found === undefined) return undefined;
  if (found.discrepancy === undefined) {
    if (isFirst) await oracle.requireSoundHooks(delivery);
    return found;
  }
  const incomparable = await oracle.requireComparable(delivery, isFirst);
  // A clock that the handler writes into a call may just have advanced: it is known by now, and not compared.
  if (found.discrepancy.isCall && (await oracle.findViolation(delivery)) === undefined) return undefined;
  return incomparable ?? found;
}
