import type { LoggedCall } from '../../downstream/loggedCall.ts';
import { showCall } from '../../downstream/showCall.ts';
import { type Discrepancy, describeBoth, nameObserved } from '../observation/discrepancy.ts';

/** `observe` differs for the same events. */
export function describeUnsteady(other: Discrepancy): string {
  if (other.isCall) {
    return `The handler calls something else for the same events in the same order: ${describeDifference(other, '', '')}. Watch only functions whose calls depend on the events, or give options.observe.`;
  }
  return `options.observe returns something else for the same events in the same order: ${describeDifference(other, '', '')}. Leave out values that differ in each run (clocks, random ids), and sort what has no order. If the handler makes a key of such a value, mend the handler: it adds a row whenever an event comes again. Let observe and the handler await all that they start.`;
}

/** `observe` shows data that a reset left behind. */
export function describeUnreset(left: Discrepancy): string {
  return `options.reset does not reset what options.observe shows: ${describeDifference(left, ' before any event', ' after a reset')}. Let reset undo all that the handler keeps.${adviseOnClock(left)}`;
}

/** The same events have another outcome after a reset, although `observe` showed nothing. */
export function describeLeftBehind(other: Discrepancy): string {
  const what = other.isCall ? '' : ' that options.observe does not show';
  return `options.reset leaves something behind${what}: after a reset, the same events have another outcome (${describeDifference(other, '', '')}). Let reset undo all that the handler keeps, such as the ids of the events that it has seen.${adviseOnClock(other)}`;
}

/** A handler answers while a watched call goes on. */
export function describeUnfinished(call: LoggedCall): string {
  return `The handler answers before ${showCall(call)} has finished: let it await all that it calls.`;
}

/** The two values at the place, in the order in which they were seen. */
function describeDifference(discrepancy: Discrepancy, first: string, second: string): string {
  const [one, other] = describeBoth(discrepancy);
  if (discrepancy.isCall) {
    const calls = `${nameObserved(discrepancy)} include`;
    if (discrepancy.received === undefined) return `${calls} ${one} only the first time`;
    return discrepancy.expected === undefined
      ? `${calls} ${other} only the second time`
      : `${calls} ${one} first, and then ${other}`;
  }
  return `${nameObserved(discrepancy)} is ${one}${first}, and then ${other}${second}`;
}

/** A clock of seconds or more does not advance between two observations. */
function adviseOnClock({ expected, received }: Discrepancy): string {
  const isClockLike = [expected, received].every((value) => typeof value === 'number' || typeof value === 'string');
  return isClockLike ? ' If it is a clock, leave it out of options.observe.' : '';
}
