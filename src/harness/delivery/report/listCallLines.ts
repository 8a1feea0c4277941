import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { describeFailure } from '../../checks/checks.ts';
import { fitLines } from '../../failure/failureLines.ts';
import { listEvents } from '../faults/arrivals.ts';
import type { Fault } from '../faults/faults.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import type { BatchCall } from '../play/playedDelivery.ts';
import { describeArrival } from './describeArrival.ts';

const MOST_LINES = 10;

/** The calls of a delivery, then the events that none brought. One line stands for repeated equal calls. */
export function listCallLines(violation: GuaranteeViolation, domain: Domain): readonly string[] {
  const lines: string[] = [];
  let before = '';
  let times = 0;
  const addTimes = (): void => {
    if (times > 0) lines.push(`   and so ${times === 1 ? 'once more' : `${times} times more`}`);
    times = 0;
  };
  for (const [number, call] of violation.calls.entries()) {
    const records = formatRecordLines(call, violation, domain);
    const text = records.join('\n');
    if (text === before) times++;
    else {
      addTimes();
      lines.push(...records.map((record) => `${number + 1}. ${record}`));
    }
    before = text;
  }
  addTimes();
  return [...limitLines([...lines, ...formatLostLines(violation, domain)]), ...formatUndeliveredLines(violation)];
}

/** One line for each lost event, which no call brings. */
function formatLostLines({ history, faults }: GuaranteeViolation, domain: Domain): string[] {
  return [...history.keys()]
    .filter((event) => isLost(event, history, faults))
    .map((event) => `lost: ${describeArrival({ event }, { history, faults: [], domain })}`);
}

/** The number of further events, if a failure ended the delivery before they came. */
function formatUndeliveredLines({ history, faults, calls }: GuaranteeViolation): string[] {
  const came = new Set(listEvents(calls.flatMap(({ arrivals }) => arrivals)));
  const count = [...history.keys()].filter((event) => !came.has(event) && !isLost(event, history, faults)).length;
  return count === 0 ? [] : [`and ${count} more, which did not come: the failure ended the delivery`];
}

function isLost(event: number, history: readonly CasesEvent[], faults: readonly Fault[]): boolean {
  return faults.some((fault) => fault.kind === 'loss' && fault.event === history[event]?.id);
}

/** One line for each record of a call: its content, and what the handler did. */
function formatRecordLines(
  { arrivals, reported, redelivered, failure, deleted = [] }: BatchCall,
  { history, faults, leftOut }: GuaranteeViolation,
  domain: Domain,
): string[] {
  return arrivals.map((arrival, place) => {
    const isLeftOut = 'event' in arrival && arrival.event === leftOut;
    const otherwise = isLeftOut ? 'not reported, though it fails alone' : 'done';
    const answered = reported.includes(place) ? 'reported' : redelivered.includes(place) ? 'comes again' : otherwise;
    const outcome = failure === undefined ? answered : describeFailure(failure);
    const isGone = deleted.includes(place) && (failure !== undefined || reported.includes(place));
    const gone = isGone ? ', after the function had deleted its message' : '';
    return `${describeArrival(arrival, { history, faults, domain })}: ${outcome}${gone}`;
  });
}

/** The first lines, and the number of further ones. */
export function limitLines(lines: readonly string[]): readonly string[] {
  return fitLines(lines, MOST_LINES, (line) => line);
}
