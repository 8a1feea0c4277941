import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { copyPlainly } from '../../../../model/values/copyPlainly.ts';
import type { HandlerFailure } from '../../checks/checks.ts';
import { runHandler } from '../../lambda/runHandler.ts';
import { hashToUuid } from '../../transports/message.ts';
import type { Arrival } from '../faults/arrivals.ts';
import { makeContent } from '../faults/poison.ts';
import {
  type BatchCall,
  type Brought,
  beginCall,
  type Course,
  findFinalFailure,
  type PlayedDelivery,
  type Target,
} from './playedDelivery.ts';
import { runAtOnce } from './runAtOnce.ts';

/** Delivers each arrival alone, like a rule whose target is the function. */
export async function playSingly(
  history: readonly CasesEvent[],
  arrivals: readonly Arrival[],
  target: Target,
  { atOnce, interleaving }: Course,
): Promise<PlayedDelivery> {
  const calls: BatchCall[] = [];
  const call = async (arrival: Arrival): Promise<HandlerFailure | undefined> => {
    const event = makeContent(arrival, history, target.domain) as object;
    const place = calls.push(beginCall([arrival])) - 1;
    const requestId = hashToUuid(`request ${place} ${JSON.stringify(arrival)}`);
    const failure = await runHandler({
      ...target,
      requestId,
      event: copyPlainly(event),
      rebuild: () => event,
      subject: { history, arrivals: [arrival], domain: target.domain } satisfies Brought,
    });
    if (failure !== undefined) calls[place] = { ...beginCall([arrival]), failure };
    const tolerable = 'poison' in arrival && findFinalFailure(failure) === undefined;
    return tolerable ? undefined : failure;
  };
  for (let from = 0; from < arrivals.length; from += atOnce) {
    const works = arrivals.slice(from, from + atOnce).map((arrival) => () => call(arrival));
    const failures = await runAtOnce(works, interleaving);
    const failure = failures.find((one) => one !== undefined);
    if (failure !== undefined) return { calls, failed: findFinalFailure(failure) ?? { kind: 'threw', failure } };
  }
  return { calls };
}
