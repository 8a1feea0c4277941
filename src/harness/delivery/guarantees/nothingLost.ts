import { isSameData } from '../../checks/isSameData.ts';
import { hadEffect, type LoggedCall } from '../../downstream/loggedCall.ts';
import { listOutageFacts } from '../faults/describedFaults.ts';
import type { BatchCall } from '../play/playedDelivery.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee } from './guarantee.ts';

/** A failed call that changes the outcome is known: the handler fails, or reports the record, and the event comes again. */
export const nothingLost: Guarantee<'loses nothing in silence'> = {
  name: 'loses nothing in silence',
  headline: ({ calls }) =>
    calls.some(isDeletedTooSoon)
      ? 'the function deletes the message of an event before it has processed it: after an outage the event is lost'
      : calls.some(isReportedInPart)
        ? 'the function reports some records of its batch, but not all that it has left undone: the others do not come again, and their effect is missing'
        : 'a failed call is swallowed: the handler answers as if all were done, the event does not come again, and its effect is missing',
  facts: ({ faults }, { facts }) => listOutageFacts(faults, facts.failure),
  applies: checkUnder('outage').applies,
  check: ({ failed, discrepancy, seen: { calls } }) =>
    failed === undefined && discrepancy !== undefined && calls.some(isSilent) ? {} : undefined,
};

/** Whether an outage hit a call that the handler did not repeat with success, and one of its events does not come again. */
function isSilent(call: BatchCall): boolean {
  const { arrivals, redelivered, made = [] } = call;
  const isRepeated = ({ name, args }: LoggedCall, place: number): boolean =>
    made.slice(place + 1).some((later) => later.name === name && hadEffect(later) && isSameData(later.args, args));
  const isHit = made.some((one, place) => one.outage !== undefined && !isRepeated(one, place));
  return isHit && arrivals.some((arrival, place) => 'event' in arrival && !redelivered.includes(place));
}

/** Whether the function knows of the failure, and reports too few records, or others. */
function isReportedInPart(call: BatchCall): boolean {
  return isSilent(call) && call.reported.length > 0;
}

function isDeletedTooSoon(call: BatchCall): boolean {
  const { deleted = [], failure, reported } = call;
  return isSilent(call) && deleted.some((place) => failure !== undefined || reported.includes(place));
}
