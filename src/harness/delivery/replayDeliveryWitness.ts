import { defaultDialect } from '../../../model/event/dialect.ts';
import { loadParser } from '../../../model/parse/loadParser.ts';
import { replayKept } from '../witness/replayKept.ts';
import type { DeliveryRun } from './deliveryRun.ts';
import { type DeliveryWitness, deliveryWitness, findWitnessSubject } from './deliveryWitness.ts';
import type { Fault } from './faults/faults.ts';
import { type FailingDelivery, judgeDelivery } from './findFirstViolation.ts';

/**
 * Plays the saved witness of a consumer's deliveries and a handler, if there is one. It removes a witness that passes, or
 * that is not valid any more. A run of one path plays none.
 */
export async function replayDeliveryWitness(run: DeliveryRun): Promise<FailingDelivery | undefined> {
  const { contracts, options, oracle } = run;
  if (options.path !== undefined) return undefined;
  return replayKept(findWitnessSubject(contracts), options.handler, deliveryWitness, (witness) => {
    if (!isAdmitted(witness, run)) return undefined;
    const outdated = describeOutdated(witness, run);
    if (outdated !== undefined) return outdated;
    return async () => {
      await oracle.requireComparable(witness);
      const violation = await judgeDelivery(witness, oracle, true);
      const { replay } = witness;
      return violation && { delivery: witness, violation: await oracle.examine(violation), replay };
    };
  });
}

/** Whether the options of the call, and the transport, admit such a delivery. */
function isAdmitted({ faults, batchSize }: DeliveryWitness, { options, limits }: DeliveryRun): boolean {
  const isPossible = (fault: Fault): boolean => {
    if (fault.kind === 'poison') return limits.poisons.includes(fault.poison);
    return fault.kind !== 'outage' || fault.lasts <= limits.longestOutage;
  };
  return (
    batchSize <= limits.batchSize &&
    faults.every((fault) => options.tolerates.includes(fault.kind) && isPossible(fault))
  );
}

function describeOutdated({ history }: DeliveryWitness, { contracts }: DeliveryRun): string | undefined {
  const [{ domain, rule }] = contracts;
  const parse = loadParser();
  try {
    for (const event of history) parse(event, { domain, dialect: defaultDialect });
  } catch {
    return 'its witness is no longer a history of this domain';
  }
  return history.every((event) => rule?.matches(event) !== false)
    ? undefined
    : 'its rule no longer delivers its witness';
}
