import type { Contract } from '../../../contracts/contract.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import type { Mistake } from '../recording/mistake.ts';
import type { Transport } from '../transports/transport.ts';
import { explainMistakenHandler } from './explainMistakenHandler.ts';

/**
 * Refuses a handler written for another invocation. A handler that ignores an event only needs to survive it.
 * @param title the contract that it ignores
 * @throws InvalidArgumentError for such a handler
 */
export function refuseMistaken(
  { reads }: Pick<Contract, 'reads'>,
  { mistake, failure }: { readonly mistake: Mistake | undefined; readonly failure: HandlerFailure | undefined },
  transport: Transport | undefined,
  title: string,
): void {
  const mustRead = reads.length > 0 || failure !== undefined;
  if (mistake !== undefined && mustRead) throw explainMistakenHandler(title, mistake, transport);
}
