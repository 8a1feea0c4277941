import type { Contract } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { checkRoute } from '../rule/checkRoute.ts';
import { warnOfMissingRule } from '../rule/warnOfMissingRule.ts';
import { withFilters } from '../rule/withFilters.ts';
import { findConnection } from '../transports/connection.ts';
import { type DeliveryRun, type NamedDeliveryOptions, prepareDeliveries } from './deliveryRun.ts';
import { replayDeliveryWitness } from './replayDeliveryWitness.ts';
import { requireFitting } from './requireFitting.ts';
import { requireNothingLate } from './requireNothingLate.ts';
import { requireSomethingCompared } from './requireSomethingCompared.ts';
import { searchDeliveries } from './searchDeliveries.ts';
import { toDeliveryViolation } from './toDeliveryViolation.ts';
import { tryOtherOrders } from './tryOtherOrders.ts';

/** The work of `verifyDelivery`, after its arguments are checked. */
export async function playDeliveries(
  given: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: NamedDeliveryOptions,
): Promise<void> {
  const connection = findConnection(handler);
  warnOfMissingRule(given[0], connection);
  const contracts = given.map((contract) => withFilters(contract, connection?.transport)) as [Contract, ...Contract[]];
  for (const contract of contracts) checkRoute(contract, connection?.transport, { ambiguities: 'off' });
  const errorTracker = new UnhandledErrorTracker();
  errorTracker.showsOutput = options.path !== undefined;
  errorTracker.start();
  let run: DeliveryRun | undefined;
  try {
    run = await prepareDeliveries(contracts, handler, options, errorTracker);
    await playRun(run);
  } finally {
    run?.downstream?.end();
    errorTracker.hasReported = true;
    errorTracker.stop();
  }
}

async function playRun(run: DeliveryRun): Promise<void> {
  const { contracts, handler, options, oracle, errorTracker } = run;
  const [{ consumer }] = contracts;
  const { seed, path } = options;
  const found = (await replayDeliveryWitness(run)) ?? (await searchDeliveries(run));
  await requireFitting(contracts, handler, { ...options, reset: () => oracle.reset() });
  if (found !== undefined) throw toDeliveryViolation(run, found);
  await requireNothingLate(consumer, errorTracker);
  if (path !== undefined) {
    warn(`${consumer}: replayed ${path} of seed ${seed}: the handler passes.`);
    return;
  }
  await oracle.requireSameAgain();
  requireSomethingCompared(run);
  warnOfRest(run);
  await tryOtherOrders(run);
}

/** Warns of what the deliveries did not show: calls that were never made, and deliveries for which no time was left. */
function warnOfRest({ contracts, downstream, budget }: DeliveryRun): void {
  const lines = [...(downstream?.describeNeverSent() ?? []), budget.describeRest()];
  for (const line of lines) if (line !== undefined) warn(`${contracts[0].consumer}: ${line}`);
}
