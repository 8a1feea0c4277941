import { warn } from '../../../model/platform/realProcess.ts';
import { draw } from '../run/draw.ts';
import { describeAmbiguity } from '../verdict/ambiguities.ts';
import { type DeliveryRun, makeDeliveries } from './deliveryRun.ts';
import { findFirstViolation } from './findFirstViolation.ts';
import { formatDiscrepancy } from './observation/discrepancy.ts';
import { fractions, type OrderReading, ties } from './oracle/orderReadings.ts';
import { formatHeadline } from './report/formatHeadline.ts';

/** The deliveries tried under each other reading, and the milliseconds to shrink a failure there. */
const RUNS = 50;
const SHRINKING = 200;

/** Plays the other readings of the open questions about the order of changes. A handler that depends on one is warned. */
export async function tryOtherOrders(run: DeliveryRun): Promise<void> {
  const { options, oracle, budget } = run;
  const ordering = options.tolerates.filter((kind) => kind === 'duplicates' || kind === 'reordering');
  if (ordering.length === 0) return;
  const tied = makeDeliveries(run, ordering, { changeTimeTies: 'occur' });
  const choice = { seed: options.seed, runs: Math.min(options.runs, RUNS), hasTime: () => budget.hasTime };
  const underTies = await findFirstViolation(tied, oracle, { ...choice, shrinking: SHRINKING });
  if (underTies !== undefined) warnOfReading(run, ties, formatHeadline(underTies.violation));
  for (const delivery of draw(() => makeDeliveries(run, options.tolerates), choice)) {
    if (!budget.hasTime) break;
    const discrepancy = await oracle.compareSpellings(delivery);
    if (discrepancy === undefined) continue;
    warnOfReading(run, fractions, `another outcome (${formatDiscrepancy(discrepancy)})`);
    break;
  }
}

function warnOfReading({ contracts }: DeliveryRun, reading: OrderReading, outcome: string): void {
  warn(`${contracts[0].consumer}: ${describeAmbiguity(reading, outcome)}`);
}
