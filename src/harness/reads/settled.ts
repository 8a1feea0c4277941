import { now } from '../../../model/platform/realProcess.ts';
import { wait } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';

/** Milliseconds to wait for what a handler began, before it is said that it reads nothing. */
const LONGEST = 500;

/**
 * Waits until nothing goes on that calls began, but for what went on `before`; not for ever, since pools and the like are
 * never over.
 * @returns whether it is over
 */
export async function settled({ work }: UnhandledErrorTracker, before: ReadonlySet<unknown>): Promise<boolean> {
  const isOver = (): boolean => [...work.alive()].every((one) => before.has(one));
  const until = now() + LONGEST;
  await wait(undefined);
  while (!isOver() && now() < until) await wait(5);
  return isOver();
}
