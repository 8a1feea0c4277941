import fc from 'fast-check';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import { draw } from '../../run/draw.ts';
import { findConnection } from '../../transports/connection.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Course, PlayedDelivery, Target } from './playedDelivery.ts';
import { SingleDelivery } from './singleDelivery.ts';
import { TransportedDelivery } from './transportedDelivery.ts';

/** Delivers arrivals in batches. A handler without a transport gets each arrival alone. */
export async function playDelivery(
  history: readonly CasesEvent[],
  batches: readonly (readonly Arrival[])[],
  target: Target,
  course: Course,
): Promise<PlayedDelivery> {
  const { downstream } = target;
  downstream?.begin(course.order === undefined ? undefined : makeScheduler(course.order));
  const connection = findConnection(target.handler);
  const played = await (connection === undefined
    ? new SingleDelivery(history, target).play(batches.flat(), course)
    : new TransportedDelivery(history, target, connection.transport, connection.lambdaHandler as Handler).play(
        batches,
        course,
      ));
  return downstream === undefined ? played : { ...played, made: downstream.log };
}

/** The same number gives the same order. */
function makeScheduler(seed: number): fc.Scheduler | undefined {
  return draw(() => fc.scheduler(), { seed, runs: 1 })[0];
}
