import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { plainCopy } from '../../../model/values/plainCopy.ts';
import type { HandlerFailure } from '../checks/check.ts';
import { type Handler, runHandler } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { ignoredAnswer } from '../transports/ignoredAnswer.ts';
import { copySeed, hashToUuid, type Message, makeMessage } from '../transports/message.ts';
import type { Transport } from '../transports/transport.ts';
import { findConnection } from '../transports/via.ts';
import type { Arrival } from './faults.ts';
import type { Interleaving } from './interleaving.ts';
import { makePoison } from './poison.ts';

/** What events are delivered to. */
export interface Target {
  readonly handler: Handler;
  readonly domain: Domain;
  /** Milliseconds until a call counts as hung. */
  readonly timeout: number;
  readonly late: UnhandledErrorTracker;
}

/** One call of the handler, and what came of it. */
export interface BatchCall {
  readonly arrivals: readonly Arrival[];
  /** The places among the arrivals that the function reported as failed. */
  readonly reported: readonly number[];
  /** The places of those that come again, reported or not. */
  readonly redelivered: readonly number[];
  readonly failure?: HandlerFailure;
}

/** What a call brought, to tell of it when an error comes long after. */
export interface Brought {
  readonly history: readonly CasesEvent[];
  readonly arrivals: readonly Arrival[];
  readonly domain: Domain;
}

/** What came of a delivery. */
export interface PlayedDelivery {
  readonly calls: readonly BatchCall[];
  /** Why the delivery could not be done. */
  readonly failed?: PlayFailure;
  /** Events that came for the last time because of others, and were not named by the function. */
  readonly setAside?: readonly number[];
}

/** Why a delivery could not be done. */
export type PlayFailure =
  /** A promise that nobody awaited was rejected, or a callback failed. No answer told the transport of it. */
  | { readonly kind: 'late'; readonly failure: HandlerFailure }
  /** A call did not settle. It would come again, and not settle either. */
  | { readonly kind: 'hung'; readonly failure: HandlerFailure }
  /** A handler without a transport failed on an event: nobody sends it again. */
  | { readonly kind: 'threw'; readonly failure: HandlerFailure }
  /** An event was given up, after it had come as often as the transport brings it. */
  | {
      readonly kind: 'given up';
      readonly arrival: Arrival;
      readonly failure?: HandlerFailure;
      readonly beside: boolean;
    }
  /** The answer is one that the transport does not take. */
  | { readonly kind: 'wrong answer'; readonly what: string };

/** How a delivery goes on. */
export interface Course {
  /** What fails comes again, as its transport has it. */
  readonly redeliver: boolean;
  /** How many batches are in flight at once. */
  readonly atOnce: number;
  /** Who has turns to hand out to batches in flight at once. */
  readonly interleaving: Interleaving | undefined;
}

/** Delivers arrivals in batches. A handler without a transport gets each arrival by itself. */
export async function play(
  history: readonly CasesEvent[],
  batches: readonly (readonly Arrival[])[],
  target: Target,
  course: Course,
): Promise<PlayedDelivery> {
  const connection = findConnection(target.handler);
  return connection === undefined
    ? playPlain(history, batches.flat(), target, course)
    : new Transported(history, target, connection.transport, connection.lambdaHandler as Handler).play(batches, course);
}

async function playPlain(
  history: readonly CasesEvent[],
  arrivals: readonly Arrival[],
  target: Target,
  { atOnce, interleaving }: Course,
): Promise<PlayedDelivery> {
  const calls: BatchCall[] = [];
  const call = async (arrival: Arrival): Promise<HandlerFailure | undefined> => {
    const event = makeContent(arrival, history, target.domain) as object;
    const place = calls.push(unanswered([arrival])) - 1;
    const requestId = hashToUuid(`request ${place} ${JSON.stringify(arrival)}`);
    const failure = await runHandler({
      ...target,
      requestId,
      event: plainCopy(event),
      rebuild: () => event,
      subject: { history, arrivals: [arrival], domain: target.domain } satisfies Brought,
    });
    if (failure !== undefined) calls[place] = { ...unanswered([arrival]), failure };
    const tolerable = 'poison' in arrival && final(failure) === undefined;
    return tolerable ? undefined : failure;
  };
  for (let from = 0; from < arrivals.length; from += atOnce) {
    const works = arrivals.slice(from, from + atOnce).map((arrival) => () => call(arrival));
    const failures = await runAll(works, interleaving);
    const failure = failures.find((one) => one !== undefined);
    if (failure !== undefined) return { calls, failed: final(failure) ?? { kind: 'threw', failure } };
  }
  return { calls };
}

/** What no delivery copes with, whatever came: poison, too, fails while its sender waits, or not at all. */
function final(failure: HandlerFailure | undefined): PlayFailure | undefined {
  const kind = failure?.kind;
  return kind === 'hung' || kind === 'late' ? { kind, failure: failure as HandlerFailure } : undefined;
}

/** A call that is still to be answered. */
function unanswered(arrivals: readonly Arrival[]): BatchCall {
  return { arrivals, reported: [], redelivered: [] };
}

function runAll<Outcome>(
  works: readonly (() => Promise<Outcome>)[],
  interleaving: Interleaving | undefined,
): Promise<Outcome[]> {
  return interleaving === undefined ? Promise.all(works.map((work) => work())) : interleaving.run(works);
}

interface Waiting {
  readonly arrival: Arrival;
  readonly message: Message;
}

/** A delivery through a transport. */
class Transported {
  readonly #history: readonly CasesEvent[];
  readonly #target: Target;
  readonly #transport: Transport;
  readonly #lambdaHandler: Handler;
  readonly #calls: BatchCall[] = [];
  readonly #setAside: number[] = [];
  /** How often each event was sent. */
  readonly #copies = new Map<number, number>();

  constructor(history: readonly CasesEvent[], target: Target, transport: Transport, lambdaHandler: Handler) {
    this.#history = history;
    this.#target = target;
    this.#transport = transport;
    this.#lambdaHandler = lambdaHandler;
  }

  async play(
    batches: readonly (readonly Arrival[])[],
    { redeliver, atOnce, interleaving }: Course,
  ): Promise<PlayedDelivery> {
    let sequence = 0;
    const queue = batches.map((batch) => batch.map((arrival) => this.#waiting(arrival, sequence++)));
    while (queue.length > 0) {
      const works = queue.splice(0, atOnce).map((batch) => () => this.#invoke(batch));
      const outcomes = await runAll(works, interleaving);
      if (!redeliver) continue;
      const failed = outcomes.find((outcome) => outcome.failed !== undefined)?.failed;
      if (failed !== undefined) return { calls: this.#calls, failed };
      const again = outcomes.map((outcome) => outcome.again).filter((batch) => batch.length > 0);
      this.#transport.redelivery === 'first' ? queue.unshift(...again) : queue.push(...again);
    }
    return { calls: this.#calls, setAside: this.#setAside };
  }

  async #invoke(batch: readonly Waiting[]): Promise<{ again: Waiting[]; failed?: PlayFailure }> {
    const messages = batch.map(({ message }) => message);
    const arrivals = batch.map(({ arrival }) => arrival);
    const event = this.#transport.wrap(messages);
    const place = this.#calls.push(unanswered(arrivals)) - 1;
    let answer: unknown;
    let lost: string | undefined;
    const failure = await runHandler({
      ...this.#target,
      requestId: this.#requestId(messages),
      handler: this.#lambdaHandler,
      event,
      rebuild: () => event,
      subject: { history: this.#history, arrivals, domain: this.#target.domain } satisfies Brought,
      answered: (result, ignored) => {
        answer = result;
        lost = ignoredAnswer(this.#transport, ignored, messages);
      },
    });
    const judgement =
      failure === undefined
        ? this.#transport.readAnswer(answer, messages)
        : { redelivered: [...batch.keys()], reported: [], wrong: [] };
    const { redelivered: again, reported } = judgement;
    this.#calls[place] = { arrivals, reported, redelivered: again, ...(failure === undefined ? {} : { failure }) };
    const failed = final(failure);
    if (failed !== undefined) return { again: [], failed };
    const what = lost ?? judgement.wrong[0];
    if (what !== undefined) return { again: [], failed: { kind: 'wrong answer', what } };
    const dropped = this.#transport.name === 'firehose' ? reported : [];
    return this.#sortOut(batch, [...again, ...dropped], reported, failure);
  }

  /**
   * What comes again, unless it has come too often. An event that the function failed on, and that is given up, fails
   * the delivery; one that came along with others, as in a stream, may have been done all the same.
   */
  #sortOut(
    batch: readonly Waiting[],
    places: readonly number[],
    reported: readonly number[],
    failure: HandlerFailure | undefined,
  ): { again: Waiting[]; failed?: PlayFailure } {
    const { attempts, name } = this.#transport;
    const again: Waiting[] = [];
    for (const place of places) {
      const { arrival, message } = batch[place] as Waiting;
      const last = message.receiveCount >= attempts || (name === 'firehose' && failure === undefined);
      if (!last) again.push({ arrival, message: { ...message, receiveCount: message.receiveCount + 1 } });
      else if ('event' in arrival && failure === undefined && !reported.includes(place)) {
        this.#setAside.push(arrival.event);
      } else if ('event' in arrival) {
        const beside = batch.some((other) => 'poison' in other.arrival);
        return {
          again: [],
          failed: { kind: 'given up', arrival, beside, ...(failure === undefined ? {} : { failure }) },
        };
      }
    }
    return { again };
  }

  /** An asynchronous invocation that is tried again keeps its id. */
  #requestId(messages: readonly Message[]): string {
    const retried = this.#transport.batch.most === 1;
    return hashToUuid(
      `request ${messages.map(({ seed, receiveCount }) => (retried ? seed : `${seed} ${receiveCount}`))}`,
    );
  }

  #waiting(arrival: Arrival, sequence: number): Waiting {
    const { accountId: account, region } = this.#target.domain;
    const content = makeContent(arrival, this.#history, this.#target.domain);
    if ('event' in arrival) {
      const message = makeMessage(content as CasesEvent);
      const copy = (this.#copies.get(arrival.event) ?? 0) + 1;
      this.#copies.set(arrival.event, copy);
      return { arrival, message: { ...message, seed: copySeed(message.seed, copy), sequence } };
    }
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    const seed = `poison ${arrival.poison} ${arrival.number}`;
    return { arrival, message: { body, seed, sentAt: SENT, sequence, receiveCount: 1, account, region } };
  }
}

const SENT = Date.UTC(2024, 0, 15, 9, 30);

/** What an arrival brings: an event, what is none, or a text that is no JSON. */
function makeContent(arrival: Arrival, history: readonly CasesEvent[], domain: Domain): unknown {
  if ('event' in arrival) return history[arrival.event];
  return makePoison(arrival, domain).content;
}
