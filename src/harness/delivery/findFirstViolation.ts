import { type SearchOptions, search } from '../run/search.ts';
import type { DeliveryArbitrary } from './faults/deliveryArbitrary.ts';
import type { GuaranteeViolation } from './guarantees/guarantee.ts';
import type { GuaranteeName } from './guarantees/guarantees.ts';
import type { DeliveryOracle } from './oracle/deliveryOracle.ts';

/** The smallest failing delivery, and its path. */
export async function findFirstViolation(
  deliveries: DeliveryArbitrary,
  oracle: DeliveryOracle,
  options: Omit<SearchOptions, 'tried'>,
): Promise<{ violation: GuaranteeViolation<GuaranteeName>; path: string } | undefined> {
  let violation: GuaranteeViolation<GuaranteeName> | undefined;
  const path = await search(
    () => deliveries,
    { ...options, tried: 'delivery' },
    async (delivery) => {
      const found = await oracle.findViolation(delivery);
      if (found === undefined) return false;
      const first = violation === undefined;
      if (first && found.discrepancy === undefined) await oracle.requireSoundHooks(delivery);
      const incomparable =
        found.discrepancy === undefined ? undefined : await oracle.requireComparable(delivery, first);
      // A clock that the handler writes into a call may just have advanced: it is known by now, and not compared.
      if (found.discrepancy?.isCall && (await oracle.findViolation(delivery)) === undefined) return false;
      violation = incomparable ?? found;
      return true;
    },
  );
  if (violation === undefined || path === undefined) return undefined;
  return { violation: await oracle.examine(violation), path };
}
