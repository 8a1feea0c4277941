import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { HandlerFailure } from '../../checks/checks.ts';
import { findCaught, type Traces } from '../../failure/findCaught.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import { describeBrokenInput, findInputFault } from '../../transports/connect.ts';
import { findIgnoredAnswer } from '../../transports/findIgnoredAnswer.ts';
import { hashToUuid, type Message } from '../../transports/message.ts';
import { type BatchResponseResult, redeliverAll, type Transport } from '../../transports/transport.ts';
import type { Arrival } from '../faults/arrivals.ts';
import { callHandler } from './callHandler.ts';
import { findDeleted } from './findDeleted.ts';
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
import { RecordMaker, receiveAgain, type WaitingRecord } from './waitingRecord.ts';

/** The result of one batch: the batches that come again, or why the delivery ends. */
interface BatchOutcome {
  readonly redelivered: readonly (readonly WaitingRecord[])[];
  readonly failed?: PlayFailure;
}

/** A delivery through a transport. */
export class TransportedDelivery {
  readonly #history: readonly CasesEvent[];
  readonly #target: Target;
  readonly #transport: Transport;
  readonly #lambdaHandler: Handler;
  readonly #calls: BatchCall[] = [];
  readonly #setAside: number[] = [];

  constructor(history: readonly CasesEvent[], target: Target, transport: Transport, lambdaHandler: Handler) {
    this.#history = history;
    this.#target = target;
    this.#transport = transport;
    this.#lambdaHandler = lambdaHandler;
  }

  /** Delivers all batches, and everything that comes again. */
  async play(batches: readonly (readonly Arrival[])[], course: Course): Promise<PlayedDelivery> {
    const queue: (readonly WaitingRecord[])[] = this.#makeRecords(batches);
    while (queue.length > 0) {
      const works = queue.splice(0, course.atOnce).map((batch) => () => this.#invoke(batch, course));
      const outcomes = await runAtOnce(works, this.#target.downstream);
      if (!course.redeliver) continue;
      const failed = outcomes.find((outcome) => outcome.failed !== undefined)?.failed;
      if (failed !== undefined) return { calls: this.#calls, failed };
      const again = outcomes.flatMap(({ redelivered }) => redelivered).filter((batch) => batch.length > 0);
      const { redelivery } = { ...this.#transport, ...(course.redelivery && { redelivery: course.redelivery }) };
      redelivery === 'first' ? queue.unshift(...again) : queue.push(...again);
    }
    return { calls: this.#calls, setAside: this.#setAside };
  }

  /** The records that pass the filters before the function, in their batches. */
  #makeRecords(batches: readonly (readonly Arrival[])[]): (readonly WaitingRecord[])[] {
    const transport = this.#transport;
    const arrives = (message: Message): boolean =>
      transport.admits?.(message) !== false && findInputFault(transport, message) === undefined;
    const records = new RecordMaker(this.#history, this.#target.domain, this.#transport);
    return batches
      .map((batch) => batch.map((arrival) => records.make(arrival)).filter(({ message }) => arrives(message)))
      .filter((batch) => batch.length > 0);
  }

  async #invoke(batch: readonly WaitingRecord[], course: Course): Promise<BatchOutcome> {
    const messages = batch.map(({ message }) => message);
    const arrivals = batch.map(({ arrival }) => arrival);
    const event = this.#transport.wrap(messages);
    const place = this.#calls.push(beginCall(arrivals)) - 1;
    let answer: unknown;
    let lost: string | undefined;
    let traces: Traces = { promises: [], printed: [] };
    const call = {
      requestId: this.#makeRequestId(messages),
      handler: this.#lambdaHandler,
      event,
      rebuild: () => event,
      subject: { history: this.#history, arrivals, domain: this.#target.domain } satisfies Brought,
      answered: (result: unknown, ignored: unknown, left: Traces) => {
        answer = result;
        traces = left;
        lost = findIgnoredAnswer(this.#transport, ignored, messages);
      },
    };
    const { failure, made } = await callHandler(this.#target, call, place, arrivals, course);
    const all = failure === undefined ? this.#transport.readAnswer(answer, messages) : redeliverAll(messages, []);
    // The function is taken at its word: a message that it deleted itself does not come again.
    const deleted = findDeleted(event, made);
    const response = { ...all, redelivered: all.redelivered.filter((one) => !deleted.includes(one)) };
    const { redelivered, reported } = response;
    this.#calls[place] = {
      arrivals,
      reported,
      redelivered,
      ...(failure === undefined ? {} : { failure }),
      made,
      ...(deleted.length > 0 && { deleted }),
    };
    const failed = findFinalFailure(failure);
    if (failed !== undefined) return { redelivered: [], failed };
    const what = lost ?? response.wrong[0];
    if (what !== undefined) {
      const isIgnored = lost === undefined && response.isIgnored === true;
      return { redelivered: [], failed: { kind: 'wrong answer', what, isIgnored } };
    }
    if (failure !== undefined && this.#transport.bisects && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      return { redelivered: [batch.slice(0, middle), batch.slice(middle)] };
    }
    const outcome = this.#sortOut(batch, response, failure);
    if (outcome.failed?.kind !== 'given up' || failure !== undefined) return outcome;
    const { printed } = traces;
    return { ...outcome, failed: { ...outcome.failed, printed, caught: await findCaught(traces) } };
  }

  /**
   * Selects the records that come again, unless they have come too often. If an event on which the function failed is
   * given up, the delivery fails. Its neighbours, as in a stream, may still have been applied.
   */
  #sortOut(
    batch: readonly WaitingRecord[],
    { redelivered, reported, setAside = [] }: Pick<BatchResponseResult, 'redelivered' | 'reported' | 'setAside'>,
    failure: HandlerFailure | undefined,
  ): BatchOutcome {
    const again: WaitingRecord[] = [];
    for (const place of [...redelivered, ...setAside]) {
      const record = batch[place] as WaitingRecord;
      const { arrival, message } = record;
      const isLast = setAside.includes(place) || message.receiveCount >= this.#transport.attempts;
      if (!isLast) again.push(receiveAgain(record));
      else if ('event' in arrival && failure === undefined && !reported.includes(place)) {
        this.#setAside.push(arrival.event);
      } else if ('event' in arrival) {
        const beside = batch.some((other) => 'poison' in other.arrival);
        const broken = describeBrokenInput(this.#transport, message);
        const failed = {
          kind: 'given up',
          arrival,
          beside,
          ...(failure === undefined ? {} : { failure }),
          ...(broken === undefined ? {} : { broken }),
        } as const;
        return { redelivered: [], failed };
      }
    }
    return { redelivered: [again] };
  }

  /** A retried asynchronous invocation keeps its id. */
  #makeRequestId(messages: readonly Message[]): string {
    const retried = this.#transport.batch.most === 1;
    return hashToUuid(
      `request ${messages.map(({ seed, receiveCount }) => (retried ? seed : `${seed} ${receiveCount}`))}`,
    );
  }
}
