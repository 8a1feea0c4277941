import type { HandlerFailure } from '../../checks/checks.ts';
import type { LoggedCall } from '../../downstream/loggedCall.ts';
import { type Call, runHandler } from '../../lambda/runHandler.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Course, Target } from './playedDelivery.ts';

/** Calls the handler with some arrivals, and records what it calls. `by` is the number of its call, from 0 on. */
export async function callHandler(
  target: Target,
  call: Omit<Call, keyof Target> & Partial<Pick<Call, 'handler'>>,
  by: number,
  arrivals: readonly Arrival[],
  { outages }: Pick<Course, 'outages'>,
): Promise<{ readonly failure: HandlerFailure | undefined; readonly made: readonly LoggedCall[] }> {
  const { downstream, ...rest } = target;
  const play = (): Promise<HandlerFailure | undefined> => runHandler({ ...rest, ...call });
  if (downstream === undefined) return { failure: await play(), made: [] };
  return downstream.runCall(by, outages?.next(arrivals) ?? [], async (made) => ({ failure: await play(), made }));
}
