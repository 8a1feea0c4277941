import type { Contract } from '../../../contracts/contract.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import { runChosen } from '../replayRequest/runChosen.ts';
import { isDeliveryPath, type ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { playDeliveries } from './playDeliveries.ts';

/** Plays deliveries under the name of their handler, or what `CASES_REPLAY` asks of them. */
export function playNamedDeliveries(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: ResolvedDeliveryOptions,
): Promise<void> {
  const [{ consumer, table }] = contracts;
  const title = nameDeliveries({ consumer });
  return runChosen({ consumer, table, title, isPath: isDeliveryPath }, handler, (name, choice) =>
    playDeliveries(contracts, handler, { ...options, ...choice, handler: name }),
  );
}
