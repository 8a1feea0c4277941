import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { copyPlainly } from '../../../../model/values/copyPlainly.ts';
import { lambda } from '../../transports/lambda.ts';
import { hashToUuid } from '../../transports/message.ts';
import type { Arrival } from '../faults/arrivals.ts';
import { makeContent } from '../faults/poison.ts';
import { callHandler } from './callHandler.ts';
import {
  type BatchCall,
  type Brought,
  beginCall,
  type Course,
  findFinalFailure,
  type PlayedDelivery,
  type PlayFailure,
  type Target,
} from './playedDelivery.ts';
import { runAtOnce } from './runAtOnce.ts';

/** An arrival on its way to the handler, and how often it came before. */
interface WaitingArrival {
  readonly arrival: Arrival;
  /** The id of its invocation, which a retry keeps. */
  readonly requestId: string;
  readonly times: number;
  /** Whether an outage hit an earlier attempt: then Lambda's retries are played. */
  readonly isRetried: boolean;
}

/** Delivers each arrival alone, like a rule whose target is the function. */
export class SingleDelivery {
  readonly #history: readonly CasesEvent[];
  readonly #target: Target;
  readonly #calls: BatchCall[] = [];

  constructor(history: readonly CasesEvent[], target: Target) {
    this.#history = history;
    this.#target = target;
  }

  async play(arrivals: readonly Arrival[], course: Course): Promise<PlayedDelivery> {
    const queue = arrivals.map((arrival, place): WaitingArrival => {
      const requestId = hashToUuid(`request ${place} ${JSON.stringify(arrival)}`);
      return { arrival, requestId, times: 1, isRetried: false };
    });
    while (queue.length > 0) {
      const works = queue.splice(0, course.atOnce).map((waiting) => () => this.#invoke(waiting, course));
      const outcomes = await runAtOnce(works, this.#target.downstream);
      const failed = outcomes.find((outcome) => outcome.failed !== undefined)?.failed;
      if (failed !== undefined) return { calls: this.#calls, failed };
      const again = outcomes.flatMap((outcome) => outcome.again ?? []);
      course.redelivery === 'first' ? queue.unshift(...again) : queue.push(...again);
    }
    return { calls: this.#calls };
  }

  async #invoke(
    waiting: WaitingArrival,
    course: Course,
  ): Promise<{ readonly failed?: PlayFailure; readonly again?: WaitingArrival }> {
    const { arrival, requestId, times } = waiting;
    const { domain } = this.#target;
    const event = makeContent(arrival, this.#history, domain) as object;
    const place = this.#calls.push(beginCall([arrival])) - 1;
    const subject = { history: this.#history, arrivals: [arrival], domain } satisfies Brought;
    const call = { requestId, event: copyPlainly(event) as object, rebuild: () => event, subject };
    const { failure, made } = await callHandler(this.#target, call, place, [arrival], course);
    const isRetried = waiting.isRetried || made.some(({ outage }) => outage !== undefined);
    const again = failure?.kind === 'threw' && isRetried && times < lambda.attempts;
    this.#calls[place] = {
      ...beginCall([arrival]),
      redelivered: again ? [0] : [],
      ...(failure !== undefined && { failure }),
      made,
    };
    if (failure === undefined) return {};
    if (again) return { again: { ...waiting, times: times + 1, isRetried } };
    const final = findFinalFailure(failure);
    if ('poison' in arrival && final === undefined) return {};
    if (isRetried && final === undefined) return { failed: { kind: 'given up', arrival, failure, beside: false } };
    return { failed: final ?? { kind: 'threw', failure } };
  }
}
