import { now, realTimers } from '../../../model/platform/realProcess.ts';
import { type TracedCall, untraced } from './tracedCall.ts';

/** Looks at the event loop in turns, and then in milliseconds, of which a look takes two as a rule. */
const TURNS = 20;
const LOOK = 2;

/**
 * Waits until the event loop is empty: until nothing goes on that a call began, or others of its run before it, and for
 * so many milliseconds more. A call that has failed in the meantime is not waited for; one that counts as hung never ends.
 */
export function whenEmpty(call: TracedCall | undefined, grace: number, then: () => void): void {
  if (call !== undefined) call.waits = true;
  let turns = 0;
  let emptySince: number | undefined;
  /** Looks since then, a millisecond apart: on a busy machine time passes in which nobody had a turn. */
  let quiet = 0;
  const look = (): void => {
    if (call?.done) return;
    const busy = call !== undefined && call.owner.keepingLoop(call).length > 0;
    emptySince = busy ? undefined : (emptySince ?? now());
    quiet = busy || turns <= TURNS ? 0 : quiet + 1;
    const waited = quiet >= grace / LOOK && now() - (emptySince ?? 0) >= grace;
    const empty = emptySince !== undefined && (grace === 0 || waited);
    if (empty || call?.late !== undefined) then();
    else lookAgain();
  };
  const lookAgain = (): unknown =>
    untraced(() => (turns++ < TURNS ? realTimers.setImmediate(look) : realTimers.setTimeout(look, 1)));
  lookAgain();
}
