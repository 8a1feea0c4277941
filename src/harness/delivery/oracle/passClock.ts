import { now } from '../../../../model/platform/realProcess.ts';

/** Milliseconds in which every clock advances. */
export const CLOCK_MS = 2;

/** Waits without a turn of the event loop. */
export function passClock(): void {
  const until = now() + CLOCK_MS;
  while (now() < until);
}
