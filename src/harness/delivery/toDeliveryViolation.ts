import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import { formatReplayCommand } from '../replayRequest/replayRequest.ts';
import { describeHandler } from '../run/handlerName.ts';
import { formatCode } from '../transports/connection.ts';
import type { DeliveryRun } from './deliveryRun.ts';
import { DeliveryViolation } from './deliveryViolation.ts';
import type { FailingDelivery } from './findFirstViolation.ts';
import type { GuaranteeViolation } from './guarantees/guarantee.ts';
import { replayCall } from './replayCall.ts';
import { explainDelivery } from './report/explainDelivery.ts';

/** The error for a failing delivery. */
export function toDeliveryViolation(
  { contracts, handler, options, transport }: DeliveryRun,
  { violation, replay }: FailingDelivery,
): DeliveryViolation {
  const [contract] = contracts;
  const request = { title: nameDeliveries(contract), handler: describeHandler(options.handler), ...replay };
  const lines = [formatReplayCommand(request), replayCall(replay, options, formatCode(handler))];
  const message = explainDelivery(contract, violation, lines, transport);
  const cause = findCause(violation);
  const details = { ...violation, promise: violation.guarantee.name, replay };
  return withConsumerFrames(new DeliveryViolation(message, details, makePresentable(cause)), cause);
}

function findCause({ failed, unseen }: GuaranteeViolation): unknown {
  if (unseen !== undefined) return unseen.cause;
  if (failed === undefined || failed.kind === 'wrong answer') return undefined;
  return failed.kind === 'given up' && failed.failure === undefined ? failed.caught : failed.failure?.error;
}
