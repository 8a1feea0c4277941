import { now } from '../../../model/platform/realProcess.ts';
import { wait } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';

/** Milliseconds to wait for a handler's work before a warning that it reads nothing. */
const LONGEST = 500;

/**
 * Waits until the work of calls ends, except work from `before`. It gives up after a while, because pools never end.
 * @returns whether the work has ended
 */
export async function settled({ work }: UnhandledErrorTracker, before: ReadonlySet<unknown>): Promise<boolean> {
  const isOver = (): boolean => [...work.alive()].every((one) => before.has(one));
  const until = now() + LONGEST;
  await wait(undefined);
  while (!isOver() && now() < until) await wait(5);
  return isOver();
}
