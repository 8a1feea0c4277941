import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import { findConnection } from '../../transports/connection.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Course, PlayedDelivery, Target } from './playedDelivery.ts';
import { playSingly } from './playSingly.ts';
import { TransportedDelivery } from './transportedDelivery.ts';

/** Delivers arrivals in batches. A handler without a transport gets each arrival alone. */
export async function playDelivery(
  history: readonly CasesEvent[],
  batches: readonly (readonly Arrival[])[],
  target: Target,
  course: Course,
): Promise<PlayedDelivery> {
  const connection = findConnection(target.handler);
  if (connection === undefined) return playSingly(history, batches.flat(), target, course);
  const { transport, lambdaHandler } = connection;
  return new TransportedDelivery(history, target, transport, lambdaHandler as Handler).play(batches, course);
}
