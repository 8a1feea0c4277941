import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import { formatReplayCommand } from '../replayRequest/replayRequest.ts';
import { describeHandler } from '../run/handlerName.ts';
import { formatCode } from '../transports/connection.ts';
import { keepWitness } from '../witness/witnessFile.ts';
import type { DeliveryRun } from './deliveryRun.ts';
import { DeliveryViolation } from './deliveryViolation.ts';
import { deliveryWitness, findWitnessSubject } from './deliveryWitness.ts';
import type { FailingDelivery } from './findFirstViolation.ts';
import type { GuaranteeViolation } from './guarantees/guarantee.ts';
import { replayCall } from './replayCall.ts';
import { explainDelivery } from './report/explainDelivery.ts';
import { SHRINKING } from './searchDeliveries.ts';

/** The error for a failing delivery. It saves the witness, or prints it if `CI` is set. */
export function toDeliveryViolation(run: DeliveryRun, failing: FailingDelivery): DeliveryViolation {
  const { contracts, handler, options, transport } = run;
  const { violation, replay, isCut } = failing;
  const [contract] = contracts;
  const witness = options.path === undefined ? keepDelivery(run, failing) : undefined;
  const request = { title: nameDeliveries(contract), handler: describeHandler(options.handler), ...replay };
  const lines = [
    formatReplayCommand(request),
    replayCall(replay, options, formatCode(handler)),
    ...(witness === undefined ? [] : [witness]),
    ...(isCut ? [`Shrinking ended after ${SHRINKING / 1000} s: a shorter delivery may fail, too.`] : []),
  ];
  const message = explainDelivery(contract, violation, lines, transport);
  const cause = findCause(violation);
  const details = { ...violation, promise: violation.guarantee.name, replay };
  return withConsumerFrames(new DeliveryViolation(message, details, makePresentable(cause)), cause);
}

/** The most characters of a printed witness: about three shrunk events. */
const MOST_PRINTED = 4000;

/** Saves the witness, and returns a line about it. */
function keepDelivery(
  { contracts, options }: DeliveryRun,
  { delivery, violation, replay }: FailingDelivery,
): string | undefined {
  const { batchSize, interleaving, faults, history } = delivery;
  const { name: promise } = violation.guarantee;
  const subject = findWitnessSubject(contracts);
  const plain = { batchSize, interleaving, faults, history };
  const witness = { title: subject.title, promise, replay, handler: options.handler, ...plain };
  return keepWitness(subject, witness, deliveryWitness, { data: plain, most: MOST_PRINTED });
}

function findCause({ failed, unseen }: GuaranteeViolation): unknown {
  if (unseen !== undefined) return unseen.cause;
  if (failed === undefined || failed.kind === 'wrong answer') return undefined;
  return failed.kind === 'given up' && failed.failure === undefined ? failed.caught : failed.failure?.error;
}
