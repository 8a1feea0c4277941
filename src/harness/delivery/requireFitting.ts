import type { Contract } from '../../../contracts/contract.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { requireKind } from '../reads/requireKind.ts';
import { Run } from '../run/run.ts';
import { resolveOptions } from '../run/runOptions.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';

/**
 * Refuses a handler written for another invocation. Its reads show this in the envelope, so one contract is enough: one
 * that reads something, because a handler may ignore other events.
 * @throws InvalidArgumentError for such a handler
 */
export async function requireFitting(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  { reset, timeout }: ResolvedDeliveryOptions,
): Promise<void> {
  const [first] = contracts;
  const contract = contracts.find(({ reads }) => reads.length > 0) ?? first;
  const run = new Run(contract, handler, resolveOptions({ reset, timeout }));
  run.errorTracker.start();
  try {
    await requireKind(contract, run, first.consumer);
  } finally {
    // The deliveries find late failures of this extra call, too.
    run.errorTracker.hasReported = true;
    run.errorTracker.stop();
  }
}
