import type { Contract } from '../../../contracts/contract.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { chooseReplay, renameOption } from '../replayRequest/chooseReplay.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import { describeHandler, runUnderName } from '../run/handlerName.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { playDeliveries } from './playDeliveries.ts';

/** Plays deliveries under the name of their handler, or what `CASES_REPLAY` asks of them. */
export function playNamedDeliveries(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: ResolvedDeliveryOptions,
): Promise<void> {
  const [{ consumer, table }] = contracts;
  const title = nameDeliveries({ consumer });
  return runUnderName({ table, title }, handler, async (name) => {
    const titles = [...table.rows.map((row) => row.title), title];
    const isPath = (text: string): boolean => /^\d+(:\d+)*$/.test(text);
    const choice = chooseReplay({ consumer, title, titles, handler: describeHandler(name), isPath });
    if (choice === 'pass by') return;
    try {
      await playDeliveries(contracts, handler, { ...options, ...choice, handler: name });
    } catch (error) {
      throw renameOption(error, choice);
    }
  });
}
