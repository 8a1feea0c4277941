import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { showJson } from '../../../model/values/showJson.ts';
import { callHook, type HookFailure } from '../lambda/callHook.ts';
import { wait } from '../lambda/runHandler.ts';
import { casesAfterDeletion, isDeletion } from './afterDeletion.ts';
import type { Delivery } from './deliveryArbitrary.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { type Discrepancy, findDiscrepancy, readDiscrepancy, type Same, sameBut } from './discrepancy.ts';
import { type Arrival, type Fault, listArrivals } from './faults.ts';
import { hookFault } from './hookFault.ts';
import type { Interleaving } from './interleaving.ts';
import { NotJson } from './notJson.ts';
import { type Observed, observed, requireJson } from './observed.ts';
import { inBothSpellings } from './orderReadings.ts';
import { type BatchCall, type Course, type PlayedDelivery, type PlayFailure, play, type Target } from './play.ts';

/** What a consumer promises of a delivery. */
export type GuaranteeName =
  | 'copes with a clean delivery'
  | 'has done its work when it answers'
  | 'does not order by time'
  | 'is idempotent'
  | 'does not depend on the order'
  | 'copes with loss'
  | 'lets no poison touch its neighbours'
  | 'answers what its transport takes'
  | 'takes batches as it takes single records'
  | 'reports what failed'
  | 'reports nothing that is done'
  | 'copes with batches in flight at once';

/** A promise that broke, and the delivery in which it did. */
export interface GuaranteeViolation extends PlayedDelivery {
  readonly guarantee: GuaranteeName;
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly discrepancy?: Discrepancy;
  /** Why nothing was to be seen after it. */
  readonly unseen?: HookFailure;
  /** An event that the function left out of its answer, though it fails on it. */
  readonly leftOut?: number;
  /** What was deleted is there again, because of an older event that came after it. */
  readonly resurrects?: boolean;
  /** What calls in flight at once asked of their store, in order. */
  readonly asked?: readonly string[];
}

/** A delivery that was played, and what was to be seen after it. */
type Seen = PlayedDelivery & Observed;

/** A clean delivery, and what was to be seen after it. */
interface Shown {
  readonly history: readonly CasesEvent[];
  readonly batches: readonly (readonly Arrival[])[];
  readonly seen: unknown;
}

/** Orders that are tried of one event; of more events fewer, so that what is found in a long history is in a short one. */
const ORDERS = 40;

/** Milliseconds in which a handler that goes on after it has answered shows it. */
const PATIENCE = 20;
/** What it begins may be done in time, now and then. */
const ATTEMPTS = 3;

/** Judges deliveries to a handler. */
export class DeliveryOracle {
  readonly #target: Target;
  readonly #options: ResolvedDeliveryOptions;
  readonly #interleaving: Interleaving | undefined;
  /** The handler goes on after it has answered: no two deliveries can be compared. */
  #goesOn = false;
  /** What is to be seen before any event. */
  #before: unknown;
  /** The first clean delivery after which anything was to be seen that was not before any event. */
  #shown: Shown | undefined;

  constructor(target: Target, options: ResolvedDeliveryOptions, interleaving?: Interleaving) {
    this.#target = target;
    this.#options = options;
    this.#interleaving = interleaving;
  }

  /** Whether anything was to be seen after a clean delivery that was not before any event. Else nothing was compared. */
  get showsWork(): boolean {
    return this.#shown !== undefined;
  }

  /** The promise that a delivery breaks, if it breaks one. */
  async judge(delivery: Delivery): Promise<GuaranteeViolation | undefined> {
    const { history, faults } = delivery;
    if (this.#goesOn) return this.#judgeAnswered(history);
    const singly = inBatches(inOrder(history), 1);
    const clean = await this.#deliver(history, singly);
    if (clean.failed !== undefined) {
      return { history, faults: [], ...clean, guarantee: findPromise(clean.failed, []) };
    }
    const number = oddNumber(clean);
    if (number !== undefined) {
      return { history, faults: [], ...clean, discrepancy: number, guarantee: 'copes with a clean delivery' };
    }
    requireJson(clean, afterDelivery(history));
    this.#note({ history, batches: singly, seen: clean.seen });
    const violation = (await this.#judgeReports(history, 1, clean)) ?? (await this.#judgeBatches(delivery, clean));
    if (violation !== undefined) return violation;

    const arrivals = listArrivals(history, faults);
    if (faults.length === 0) return this.#judgeAtOnce(delivery, arrivals, clean.seen);
    const expected = await this.#expected(history, arrivals, clean);
    const odd =
      readDiscrepancy(expected.odd, clean.seen) ?? (expected.unseen && findDiscrepancy(clean.seen, expected.seen));
    if (odd !== undefined) return { history, faults, ...expected, discrepancy: odd, guarantee: promiseUnder(faults) };
    const { seen } = expected;
    return (await this.#judgeFaults(delivery, arrivals, seen)) ?? (await this.#judgeAtOnce(delivery, arrivals, seen));
  }

  /** Whether more is to be seen some time after the last answer, and no more after that. */
  async #judgeAnswered(history: readonly CasesEvent[]): Promise<GuaranteeViolation | undefined> {
    await wait(PATIENCE);
    const played = await this.#deliver(history, inBatches(inOrder(history), 1));
    await wait(PATIENCE);
    const { seen: later } = await this.#observed();
    const discrepancy = findDiscrepancy(later, played.seen);
    if (discrepancy === undefined) return undefined;
    await wait(PATIENCE);
    const settled = findDiscrepancy(later, (await this.#observed()).seen) === undefined;
    const found = {
      history,
      faults: [],
      ...played,
      discrepancy,
      guarantee: 'has done its work when it answers',
    } as const;
    return settled ? found : undefined;
  }

  /** Whether records come again that are done. A function may also put off what it has not done yet. */
  async #judgeReports(
    history: readonly CasesEvent[],
    batchSize: number,
    played: Seen,
  ): Promise<GuaranteeViolation | undefined> {
    const reported = listEvents(played, ({ reported }) => reported);
    if (reported.size === 0) return undefined;
    const once = await this.#deliver(history, inBatches(inOrder(history), batchSize), { redeliver: false });
    const others = inOrder(history).filter(({ event }) => !reported.has(event));
    const without = await this.#deliver(history, inBatches(others, 1));
    if (findDiscrepancy(without.seen, once.seen) === undefined) return undefined;
    const discrepancy = findDiscrepancy(once.seen, played.seen);
    const found = { history, faults: [], ...played, guarantee: 'reports nothing that is done' } as const;
    return discrepancy === undefined ? found : { ...found, discrepancy };
  }

  /** The clean delivery in batches, and sent at other times: what comes out must depend on neither. */
  async #judgeBatches({ history, batchSize }: Delivery, clean: Seen): Promise<GuaranteeViolation | undefined> {
    const batches = inBatches(inOrder(history), batchSize);
    const retimed = history.map(sentMuchLater);
    const later = await this.#deliver(retimed, batches);
    const byTime = differing(
      clean.seen,
      later,
      sameBut(({ time }) => time, history, retimed),
    );
    if (byTime === undefined) return batchSize === 1 ? undefined : this.#judgeReports(history, batchSize, later);
    const together = batchSize === 1 ? clean : await this.#deliver(history, batches);
    const byBatch = differing(clean.seen, together);
    if (byBatch === undefined) {
      return { history: retimed, faults: [], ...later, ...byTime, guarantee: 'does not order by time' };
    }
    const { failed } = together;
    const promise = failed === undefined ? 'takes batches as it takes single records' : findPromise(failed, []);
    return { history, faults: [], ...together, ...byBatch, guarantee: promise };
  }

  async #judgeFaults(
    { history, faults, batchSize }: Delivery,
    arrivals: readonly Arrival[],
    expected: unknown,
  ): Promise<GuaranteeViolation | undefined> {
    const batches = inBatches(arrivals, batchSize);
    const faulty = await this.#deliver(history, batches);
    const found = { history, faults, ...faulty };
    const { failed } = faulty;
    if (failed?.kind === 'given up' && failed.beside && failed.failure === undefined) {
      const once = await this.#deliver(history, batches, { redeliver: false });
      const done = findDiscrepancy(expected, once.seen) === undefined;
      return { ...found, guarantee: done ? 'reports nothing that is done' : findPromise(failed, faults) };
    }
    if (failed !== undefined) return { ...found, guarantee: findPromise(failed, faults) };
    const discrepancy = findDiscrepancy(expected, faulty.seen);
    if (discrepancy === undefined) return undefined;
    const leftOut = batchSize === 1 ? undefined : await this.#leftOut(history, arrivals, expected, faulty);
    return leftOut === undefined
      ? { ...found, discrepancy, guarantee: promiseUnder(faults) }
      : { ...found, discrepancy, leftOut, guarantee: 'reports what failed' };
  }

  /** An event that fails when it comes alone, and was not reported in a batch; alone, all would have been well. */
  async #leftOut(
    history: readonly CasesEvent[],
    arrivals: readonly Arrival[],
    expected: unknown,
    faulty: PlayedDelivery,
  ): Promise<number | undefined> {
    const apart = await this.#deliver(history, inBatches(arrivals, 1));
    if (apart.failed !== undefined || findDiscrepancy(expected, apart.seen) !== undefined) return undefined;
    const cameAgain = listEvents(faulty, ({ redelivered: again }) => again);
    return [...listEvents(apart, ({ redelivered: again }) => again)].find((event) => !cameAgain.has(event));
  }

  /** The same delivery with two batches in flight, if that is asked for: in several orders, if there are any. */
  async #judgeAtOnce(
    { history, faults, batchSize, interleaving }: Delivery,
    arrivals: readonly Arrival[],
    expected: unknown,
  ): Promise<GuaranteeViolation | undefined> {
    const { concurrency: atOnce } = this.#options;
    if (atOnce === 1) return undefined;
    const orders = this.#interleaving === undefined ? 1 : Math.ceil(ORDERS / history.length);
    for (let order = interleaving; order < interleaving + orders; order++) {
      this.#interleaving?.begin(order);
      const played = await this.#deliver(history, inBatches(arrivals, batchSize), { atOnce });
      const asked = this.#interleaving?.end() ?? [];
      const found = { history, faults, ...played, asked, guarantee: 'copes with batches in flight at once' } as const;
      if (played.failed !== undefined) return found;
      const discrepancy = findDiscrepancy(expected, played.seen);
      if (discrepancy !== undefined) return { ...found, discrepancy };
    }
    return undefined;
  }

  /**
   * Whether a delivery brings back a case that was deleted: it is told of again, or all is as though nobody had deleted it.
   * What is merely kept beside a deleted case brings back nothing.
   */
  async resurrects({ history, faults, calls, failed, guarantee: promise }: GuaranteeViolation): Promise<boolean> {
    const cases = casesAfterDeletion(history, faults);
    const byOrder = promise === 'is idempotent' || promise === 'does not depend on the order';
    if (failed !== undefined || !byOrder || cases.length === 0) return false;
    const size = Math.max(...calls.map(({ arrivals }) => arrivals.length));
    const arrivals = listArrivals(history, faults);
    const received = await this.#deliver(history, inBatches(arrivals, size));
    const came = inOrder(history).filter(({ event }) => arrivals.some((one) => 'event' in one && one.event === event));
    const expected = await this.#deliver(history, inBatches(came, 1));
    if (cases.some((id) => listTelling(received.seen, id) && !listTelling(expected.seen, id))) return true;
    const undeleted = came.filter(({ event }) => !isDeletion(history[event] as CasesEvent));
    const without = await this.#deliver(history, inBatches(undeleted, 1));
    return findDiscrepancy(without.seen, received.seen) === undefined;
  }

  /** The place where a clean delivery comes out otherwise when the same instants are written otherwise. */
  async judgeSpelling({ history, batchSize }: Delivery): Promise<Discrepancy | undefined> {
    const batches = inBatches(inOrder(history), batchSize);
    const [plain, other] = inBothSpellings(history);
    const expected = await this.#deliver(plain, batches);
    const received = await this.#deliver(other, batches);
    return findDiscrepancy(
      expected.seen,
      received.seen,
      sameBut(({ detail }) => detail.approximateChangeTime, plain, other),
    );
  }

  /**
   * Whether two deliveries of the same events can be compared at all. On a busy machine a handler may just be done each
   * time with what it does after its answers: with `suspect` it is watched in any case.
   * @returns the broken promise of a handler that goes on after it has answered
   * @throws Error where `reset` does not set back what the handler keeps, or `observe` is not the same for the same events
   */
  async judgeComparable(delivery: Delivery, suspect = false): Promise<GuaranteeViolation | undefined> {
    const why = await this.#incomparable(delivery);
    if (why === undefined && !suspect) return undefined;
    await this.requireSoundHooks(delivery);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const goesOn = await this.#judgeAnswered(delivery.history);
      this.#goesOn = goesOn !== undefined;
      if (goesOn !== undefined) return goesOn;
    }
    if (why !== undefined) throw new Error(why);
    await this.requireSameAgain();
    return undefined;
  }

  #note(shown: Shown): void {
    if (findDiscrepancy(this.#before, shown.seen) !== undefined) this.#shown ??= shown;
  }

  /**
   * Long after the first clean delivery the same events must come out the same.
   * @throws Error where the handler keeps something that `reset` does not set back, such as a count of its calls
   */
  async requireSameAgain(): Promise<void> {
    if (this.#shown === undefined) return;
    const { history, batches, seen } = this.#shown;
    const other = findDiscrepancy(seen, (await this.#deliver(history, batches)).seen);
    if (other !== undefined) throw new Error(leftBehind(other));
  }

  /** @throws Error where what a hook does is not done when it returns, or `observe` is never the same: no handler is to blame */
  async requireSoundHooks({ history }: Delivery): Promise<void> {
    const fault = await hookFault({
      late: this.#target.late,
      before: this.#before,
      unsteady,
      reset: () => this.#reset(),
      observe: async () => (await this.#observed()).seen,
      play: () => this.#play(history, inBatches(inOrder(history), 1)),
    });
    if (fault !== undefined) throw new Error(fault);
  }

  /** Why two deliveries of the same events cannot be compared, by what is to be seen. */
  async #incomparable({ history, batchSize }: Delivery): Promise<string | undefined> {
    const batches = inBatches(inOrder(history), batchSize);
    const empty = await this.#deliver(history, []);
    requireJson(empty);
    this.#before = empty.seen;
    const first = await this.#deliver(history, batches);
    if (first.failed === undefined && oddNumber(first) === undefined) requireJson(first, afterDelivery(history));
    const emptyAgain = await this.#deliver(history, []);
    const left = findDiscrepancy(empty.seen, emptyAgain.seen);
    if (left !== undefined && findDiscrepancy(emptyAgain.seen, (await this.#observed()).seen) !== undefined) {
      return unsteady(left);
    }
    if (left !== undefined) {
      return `options.reset does not set back what options.observe sees: ${difference(left)} before any event and after a reset. Let reset undo all that the handler keeps.${orClock(left)}`;
    }
    if (first.failed !== undefined) return undefined;
    this.#note({ history, batches, seen: first.seen });
    const second = await this.#deliver(history, batches);
    const other = findDiscrepancy(first.seen, second.seen);
    if (other === undefined) return undefined;
    const third = await this.#deliver(history, batches);
    return findDiscrepancy(second.seen, third.seen) === undefined ? leftBehind(other) : unsteady(other);
  }

  /** What is to be seen: the survivors in clean order; poison, where there is any, apart from them. */
  async #expected(history: readonly CasesEvent[], arrivals: readonly Arrival[], clean: Seen): Promise<Seen> {
    const came = new Set(arrivals.flatMap((arrival) => ('event' in arrival ? [arrival.event] : [])));
    const poison = arrivals.filter((arrival) => 'poison' in arrival);
    if (came.size === history.length && poison.length === 0) return clean;
    const survivors = inOrder(history).filter(({ event }) => came.has(event));
    return this.#deliver(history, inBatches([...survivors, ...poison], 1));
  }

  /** @throws Error where `observe` fails now and then: a delivery is not the reason */
  async #deliver(
    history: readonly CasesEvent[],
    batches: readonly (readonly Arrival[])[],
    course: Partial<Course> = {},
  ): Promise<Seen> {
    const seen = await this.#deliverOnce(history, batches, course);
    if (seen.unseen === undefined) return seen;
    const again = await this.#deliverOnce(history, batches, course);
    if (again.unseen === undefined) throw seen.unseen;
    return again;
  }

  async #deliverOnce(
    history: readonly CasesEvent[],
    batches: readonly (readonly Arrival[])[],
    course: Partial<Course>,
  ): Promise<Seen> {
    await this.#reset();
    const played = await this.#play(history, batches, course);
    return { ...played, ...(await this.#observed()) };
  }

  #reset(): Promise<unknown> {
    const { reset: call, timeout } = this.#options;
    return callHook({ name: 'reset', call, timeout, late: this.#target.late, means: 'nothing was delivered' });
  }

  #play(
    history: readonly CasesEvent[],
    batches: readonly (readonly Arrival[])[],
    course: Partial<Course> = {},
  ): Promise<PlayedDelivery> {
    const interleaving = this.#interleaving;
    return play(history, batches, this.#target, { redeliver: true, atOnce: 1, interleaving, ...course });
  }

  #observed(): Promise<Observed> {
    return observed(this.#options, this.#target.late);
  }
}

/** A number that no JSON has, such as `NaN`: no consumer keeps one on purpose. */
function oddNumber({ odd }: Observed): Discrepancy | undefined {
  if (typeof odd?.value !== 'number') return undefined;
  return { path: odd.names.join('.'), expected: new NotJson('a number'), received: new NotJson(String(odd.value)) };
}

/** Whether an id occurs in what is to be seen, as a text or as the name of a member. */
function listTelling(seen: unknown, id: string): boolean {
  return (JSON.stringify(seen) ?? '').includes(id);
}

function afterDelivery(history: readonly CasesEvent[]): string {
  const types = history.map(({ detail }) => detail.eventType);
  return `after a clean delivery of ${types.slice(0, 3).join(', ')}${types.length > 3 ? ` and ${types.length - 3} more` : ''}`;
}

function difference({ path, expected, received }: Discrepancy): string {
  return `${path === '' ? 'it' : path} is ${showJson(expected)} and ${showJson(received)}`;
}

function leftBehind(other: Discrepancy): string {
  return `options.reset leaves something behind that options.observe does not see: after it, the same events have another outcome (${difference(other)}). Let reset undo all that the handler keeps, such as the ids of the events that it has seen.${orClock(other)}`;
}

/** One that moves in seconds or more stands still between two looks. */
function orClock({ expected, received }: Discrepancy): string {
  const tells = [expected, received].every((value) => typeof value === 'number' || typeof value === 'string');
  return tells ? ' If it is a clock, leave it out of options.observe.' : '';
}

function unsteady(other: Discrepancy): string {
  return `options.observe returns something else for the same events in the same order: ${difference(other)}. Leave out what is made anew each time (clocks, random ids), sort what has no order, and let observe and the handler await all that they start.`;
}

function differing(expected: unknown, { seen, failed }: Seen, same?: Same): { discrepancy?: Discrepancy } | undefined {
  if (failed !== undefined) return {};
  const discrepancy = findDiscrepancy(expected, seen, same);
  return discrepancy === undefined ? undefined : { discrepancy };
}

/** The same event, sent so much later or earlier than others that no order of `time` is that of the changes. */
function sentMuchLater(event: CasesEvent, place: number, { length }: readonly CasesEvent[]): CasesEvent {
  const sent = Date.parse(event.detail.approximateChangeTime) + (length - place) * 600_000;
  return { ...event, time: `${new Date(sent).toISOString().slice(0, 19)}Z` };
}

function inOrder(history: readonly CasesEvent[]): { readonly event: number }[] {
  return history.map((_, event) => ({ event }));
}

/** The events at some places of the calls. */
function listEvents({ calls }: PlayedDelivery, placesOf: (call: BatchCall) => readonly number[]): Set<number> {
  const arrivals = calls.flatMap((call) => placesOf(call).map((place) => call.arrivals[place] as Arrival));
  return new Set(arrivals.flatMap((arrival) => ('event' in arrival ? [arrival.event] : [])));
}

function inBatches(arrivals: readonly Arrival[], size: number): (readonly Arrival[])[] {
  return Array.from({ length: Math.ceil(arrivals.length / size) }, (_, batch) =>
    arrivals.slice(batch * size, (batch + 1) * size),
  );
}

function findPromise(failed: PlayFailure, faults: readonly Fault[]): GuaranteeName {
  if (failed.kind === 'wrong answer') return 'answers what its transport takes';
  return faults.length === 0 ? 'copes with a clean delivery' : promiseUnder(faults);
}

/** By the fault that is left when all others are taken away; the gravest of those that are left. */
function promiseUnder(faults: readonly Fault[]): GuaranteeName {
  const kinds = new Set(faults.map(({ kind }) => kind));
  if (kinds.has('poison')) return 'lets no poison touch its neighbours';
  if (kinds.has('loss')) return 'copes with loss';
  if (kinds.has('reordering')) return 'does not depend on the order';
  return 'is idempotent';
}
