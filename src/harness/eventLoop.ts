import { now, realTimers } from '../platform/realProcess.ts';
import { type TracedCall, untraced } from './tracedCall.ts';

/** Looks at the event loop in turns, and then in milliseconds. */
const TURNS = 20;

/**
 * Waits until the event loop is empty: until nothing goes on that a call began, or others of its run before it, and for
 * so many milliseconds more. A call that has failed in the meantime is not waited for; one that counts as hung never ends.
 */
export function whenEmpty(call: TracedCall | undefined, grace: number, then: () => void): void {
  if (call !== undefined) call.waits = true;
  let turns = 0;
  let emptySince: number | undefined;
  const look = (): void => {
    if (call?.done) return;
    const busy = call !== undefined && call.owner.keepingLoop(call).length > 0;
    emptySince = busy ? undefined : (emptySince ?? now());
    const empty = emptySince !== undefined && now() - emptySince >= grace;
    if (empty || call?.late !== undefined) then();
    else lookAgain();
  };
  const lookAgain = (): unknown =>
    untraced(() => (turns++ < TURNS ? realTimers.setImmediate(look) : realTimers.setTimeout(look, 1)));
  lookAgain();
}
