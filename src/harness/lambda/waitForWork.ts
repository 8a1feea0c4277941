import { now } from '../../../model/platform/realProcess.ts';
import { wait } from './runHandler.ts';

/** The most milliseconds to wait: pools and the like never end. */
export const LONGEST_WAIT_MS = 500;

/** How to wait for work. */
interface Waiting {
  /** Milliseconds to wait in any case; without it, one turn of the event loop. */
  readonly least?: number;
  /** Milliseconds between two looks. */
  readonly every: number;
}

/**
 * Waits until no work is left but what went on before.
 * @param listWork lists the work that goes on now
 * @returns whether that is so; false where it gave up
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
