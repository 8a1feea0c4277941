import { now, realTimers } from '../../../model/platform/realProcess.ts';
import { runUntraced, type TracedCall } from './tracedCall.ts';

/** Checks the event loop first in turns, and then in milliseconds; a check usually takes two of them. */
const TURNS = 20;
const LOOK = 2;

/**
 * Waits until the event loop is empty: nothing is active that this call or earlier calls of its run began, plus some
 * milliseconds. It does not wait for a call that fails meanwhile; a hung call never ends.
 */
export function awaitEmptyLoop(call: TracedCall | undefined, grace: number, then: () => void): void {
  if (call !== undefined) call.waits = true;
  let turns = 0;
  let emptySince: number | undefined;
  /** Checks without activity so far, a millisecond apart: on a busy machine time passes without any turn. */
  let quiet = 0;
  const look = (): void => {
    if (call?.done) return;
    const busy = call !== undefined && call.owner.listKeepingLoop(call).length > 0;
    emptySince = busy ? undefined : (emptySince ?? now());
    quiet = busy || turns <= TURNS ? 0 : quiet + 1;
    const waited = quiet >= grace / LOOK && now() - (emptySince ?? 0) >= grace;
    const empty = emptySince !== undefined && (grace === 0 || waited);
    if (empty || call?.late !== undefined) then();
    else lookAgain();
  };
  const lookAgain = (): unknown =>
    runUntraced(() => (turns++ < TURNS ? realTimers.setImmediate(look) : realTimers.setTimeout(look, 1)));
  lookAgain();
}
