import { now } from '../../../model/platform/realProcess.ts';
import { wait } from './runHandler.ts';

/** The most milliseconds to wait: pools and the like never end. */
export const LONGEST_WAIT_MS = 500;

/** How to wait for work. */
interface Waiting {
  /** Milliseconds to wait in any case; without it, one turn of the event loop. */
  readonly least?: number;
  /** Milliseconds between two checks. */
  readonly every: number;
}

/**
 * Waits until no work continues, except work from `before`.
 * @param listWork lists the current work
 * @returns whether all other work has ended; false if the time is up
 */
export async function waitForWork(
  listWork: () => Iterable<unknown>,
  before: ReadonlySet<unknown>,
  { least, every }: Waiting,
): Promise<boolean> {
  const isOver = (): boolean => [...listWork()].every((one) => before.has(one));
  const until = now() + LONGEST_WAIT_MS;
  await wait(least);
  while (!isOver() && now() < until) await wait(every);
  return isOver();
}
