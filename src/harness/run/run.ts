import type { Arbitrary } from 'fast-check';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { PlannedEventArbitrary } from '../../../arbitraries/space/plannedEventArbitrary.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { copyPlainly } from '../../../model/values/copyPlainly.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import type { Call, Handler } from '../lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { runQuietly } from '../recording/readNotes.ts';
import { findConnection } from '../transports/connection.ts';
import { deliversEvent, type Transport } from '../transports/transport.ts';
import type { Counterexample, PlayedInput } from './counterexample.ts';
import type { Draw } from './draw.ts';
import { explainFailedOnce } from './explainFailedOnce.ts';
import { findDeliveredForeign } from './findDeliveredForeign.ts';
import { HandlerCalls } from './handlerCalls.ts';
import { makeOutcome } from './outcome.ts';
import { Outcomes } from './outcomes.ts';
import { PlayedIdentities } from './playedIdentities.ts';
import { formatReplayPath, type ReplayPath } from './replayPath.ts';
import type { ResolvedOptions } from './runOptions.ts';
import { type SearchOptions, search } from './search.ts';
import { type ConfirmedFailure, Suspects } from './suspects.ts';
import { TimeBudget } from './timeBudget.ts';
import type { Witness } from './witness.ts';

/** Plays an event once more. `timeout` is in milliseconds. */
type PlayAgain = (timeout: number) => Promise<HandlerFailure | undefined>;

/** Where the run has the value at a path of fast-check. */
type Place = (search: string) => ReplayPath;

const placeForeign: Place = (search) => ({ kind: 'foreign', search });

function placeInFixed(number: number): Place {
  return (search) => ({ kind: 'fixed', number, search });
}

/** The most milliseconds for shrinking a failure. */
const SHRINKING = 800;

/** One run of `verify`: plays events through a handler, each after `reset`, and shrinks the first failing event. */
export class Run {
  readonly #contract: Contract;
  readonly handler: Handler;
  readonly #options: ResolvedOptions;
  readonly errorTracker: UnhandledErrorTracker = new UnhandledErrorTracker();
  /** The transport, if a `via…` function made the handler. */
  readonly transport: Transport | undefined;
  readonly #calls: HandlerCalls;
  readonly budget: TimeBudget;
  /** Gives each event its own ids and instants. */
  readonly identities: PlayedIdentities;
  #ignoresLateErrors = false;
  /** What came out of the calls so far; a new object begins anew. */
  outcomes: Outcomes = new Outcomes();
  /** Whether the handler is known to change its event before it returns. */
  #changesInTime = false;
  readonly #suspects: Suspects<PlayedInput> = new Suspects(
    this.errorTracker,
    (subject) => this.#playAgain(subject),
    () => this.#calls.reset(),
  );

  constructor(contract: Contract, handler: Handler, options: ResolvedOptions) {
    this.#contract = contract;
    this.handler = handler;
    this.#options = options;
    this.budget = new TimeBudget(options.runs, { began: options.began });
    this.#calls = new HandlerCalls(contract, options, this.errorTracker);
    this.transport = findConnection(handler)?.transport;
    this.identities = new PlayedIdentities(`${contract.title} ${this.transport?.name ?? ''}`);
  }

  /**
   * Lets the option `downstream` watch what the handler calls; before the first event.
   * @throws InvalidArgumentError if it watches nothing; Error if it fails
   */
  prepare(): Promise<void> {
    return this.#calls.prepare();
  }

  /** Ends the run: what is watched works as before. */
  end(): void {
    this.#calls.end();
  }

  /** Plays other readings. Late errors of these calls do not fail the run. */
  async ignoreLateErrors<Outcome>(play: () => Promise<Outcome>): Promise<Outcome> {
    const { graceMs } = this.#suspects;
    this.#ignoresLateErrors = true;
    try {
      return await play();
    } finally {
      this.#ignoresLateErrors = false;
      this.#suspects.graceMs = graceMs;
    }
  }

  /**
   * Plays one event.
   * @param again makes the event again, without any object of the one that the handler gets and may change
   * @param played the input to play again after a late error; without it a late error does not fail the run
   */
  async execute(
    event: object,
    again: () => object,
    played?: PlayedInput,
    timeout: number = this.#options.timeout,
  ): Promise<HandlerFailure | undefined> {
    const subject = this.#ignoresLateErrors ? undefined : played;
    const observed = this.outcomes.differ ? undefined : (answer?: string) => this.outcomes.note(answer);
    const failure = await this.#call(this.handler, event, again, { timeout, subject, observed });
    return failure ?? (subject === undefined ? undefined : this.#suspects.notePlayed(subject));
  }

  /** Plays one event through another function, such as the one behind the transport. A failure does not count. */
  playThrough(handler: Handler, event: object, again: () => object): Promise<HandlerFailure | undefined> {
    return this.#call(handler, event, again, { timeout: this.#calls.shortTimeout });
  }

  /** Plays one event, and returns what comes out. Neither a failure nor a late error counts. */
  async observe(event: object, again: () => object): Promise<string | undefined> {
    let answer: string | undefined;
    const timeout = this.#calls.shortTimeout;
    const failure = await this.#call(this.handler, event, again, { timeout, observed: (json) => (answer = json) });
    return makeOutcome(answer, failure);
  }

  #call(
    handler: Handler,
    event: object,
    again: () => object,
    { subject, observed, timeout }: Pick<Call, 'observed' | 'subject' | 'timeout'>,
  ): Promise<HandlerFailure | undefined> {
    const { graceMs } = this.#suspects;
    const call = {
      requestId: this.identities.invocation(),
      handler,
      event,
      rebuild: again,
      timeout,
      subject,
      ...(observed && { observed }),
      ...(graceMs === undefined ? {} : { graceMs }),
    };
    return this.#calls.play(call, handler === this.handler && this.#isJudged(again));
  }

  /** Whether `expect` judges what the handler does with an event: the event must reach the function. */
  #isJudged(make: () => object): boolean {
    const { transport } = this;
    if (this.#options.expect === undefined) return false;
    return transport === undefined || runQuietly(() => deliversEvent(transport, make()));
  }

  /** Plays a fixed event, and shrinks a failure; `number` is its place in the schedule. */
  async playFixed(unplayed: PlannedEvent, number: number): Promise<Counterexample | undefined> {
    const planned = unplayed.withIdentity(this.identities.at({ kind: 'fixed', number }));
    const subject = { class: planned.class, event: planned.event(), planned, number };
    const failure = await this.#playOnce(subject, () => planned.event());
    // A late error may belong to an earlier event, such as the witness. That one is reported first.
    const confirmed = (await this.#suspects.confirmFirst()) ?? (failure && { subject, failure });
    return confirmed && this.#shrinkConfirmed(confirmed);
  }

  /** Plays the witness of an earlier run. `make` makes its event, each time with other ids and instants. */
  async playWitness(witness: Witness, make: () => object): Promise<Counterexample | undefined> {
    const event = make();
    const subject = { class: witness.class, event, witness };
    const failure = await this.#playOnce(subject, () => event);
    if (failure === undefined) return undefined;
    await this.#requireAgain(failure, (timeout) => {
      const other = make();
      return this.execute(copyPlainly(other) as object, () => other, undefined, timeout);
    });
    return { ...subject, event, failure };
  }

  /** The error for a failing event that passes when it is played again. */
  explainFailedOnce(failure: HandlerFailure): Error {
    return explainFailedOnce(this.#contract.title, failure, this.#options.timeout);
  }

  /** Plays a fixed event a second time, because AWS may send it twice. */
  async playRepeated(unplayed: PlannedEvent, number: number): Promise<Counterexample | undefined> {
    const path = { kind: 'again', number } as const;
    const planned = unplayed.withIdentity(this.identities.at(path));
    const event = planned.event();
    const again = (timeout?: number) => this.execute(planned.event(), () => planned.event(), undefined, timeout);
    const failure = await again();
    if (failure === undefined) return undefined;
    await this.#requireAgain(failure, again);
    return { class: planned.class, event, planned, failure, path, repeated: true };
  }

  /** Plays an event without a replay path, such as one of another reading, and shrinks it if it fails. */
  async playPathless(unplayed: PlannedEvent): Promise<Counterexample | undefined> {
    const planned = unplayed.withIdentity(this.identities.next());
    const failure = await this.execute(planned.event(), () => planned.event());
    return failure && this.#shrink(planned, undefined, failure);
  }

  /** The first event on which the handler failed late or outside its call, shrunk. */
  async findOverdue(): Promise<Counterexample | undefined> {
    const confirmed = (await this.#suspects.confirmLast()) ?? (await this.#confirmLateChange());
    return confirmed && this.#shrinkConfirmed(confirmed);
  }

  /** The first event that the handler changed after the verdict on its call. */
  async #confirmLateChange(): Promise<ConfirmedFailure<PlayedInput> | undefined> {
    const subject = this.errorTracker.givenEvents.findChanged() as PlayedInput | undefined;
    if (subject === undefined) return undefined;
    const failure = await this.#suspects.confirmChange(subject);
    if (failure === undefined) throw this.explainFailedOnce({ kind: 'mutated', afterReturn: true });
    return { subject, failure };
  }

  /** @throws Error if an error came, but no single event causes it */
  requireExplained(): Promise<void> {
    return this.#suspects.requireExplained(this.#contract.title);
  }

  /** Waits for late errors after each call from now on. */
  waitForLateErrors(): void {
    this.#suspects.waitForLateErrors();
  }

  /** Plays one event. A late error counts only if the event, played alone, fails again. */
  async #playOnce(subject: PlayedInput, again: () => object, timeout?: number): Promise<HandlerFailure | undefined> {
    const { graceMs } = this.#suspects;
    // Without a plan, the event of the subject itself is what is played again: the handler must not change it.
    const event = subject.planned === undefined ? (copyPlainly(subject.event) as object) : subject.event;
    const failure = await this.execute(event, again, subject, timeout);
    if (graceMs !== undefined || this.#ignoresLateErrors) return failure;
    if (failure?.kind === 'late') return this.#suspects.confirm(subject, failure.error);
    return failure?.kind === 'mutated' ? this.#confirmChange(subject, failure) : failure;
  }

  /** Only chance shows a change of the event after the handler's return, unless each call waits for it. */
  async #confirmChange(subject: PlayedInput, failure: HandlerFailure): Promise<HandlerFailure> {
    this.#changesInTime ||= (await this.#playAgain(subject)) !== undefined;
    return this.#changesInTime ? failure : ((await this.#suspects.confirmChange(subject)) ?? failure);
  }

  /** Plays an event again, with other ids and instants: a handler that skips duplicates would skip it. */
  #playAgain({ planned, event, ...subject }: PlayedInput): Promise<HandlerFailure | undefined> {
    const other = planned?.withIdentity(this.identities.next());
    const again = (): object => (other === undefined ? (copyPlainly(event) as object) : other.event());
    return this.execute(again(), again, { ...subject, event: again(), ...(other && { planned: other }) });
  }

  /** @throws Error if a failing event passes when it is played again */
  async #requireAgain(failure: HandlerFailure, playAgain: PlayAgain): Promise<void> {
    if (!(await this.#failsAgain(failure, playAgain))) throw this.explainFailedOnce(failure);
  }

  /** Whether an event fails again. A late failure is already confirmed, and a replay plays its event only once. */
  async #failsAgain({ kind }: HandlerFailure, playAgain: PlayAgain): Promise<boolean> {
    if (kind === 'late' || this.#options.path !== undefined) return true;
    return (await playAgain(kind === 'hung' ? this.#calls.shortTimeout : this.#options.timeout)) !== undefined;
  }

  #shrinkConfirmed({
    subject: { number, ...played },
    failure,
  }: ConfirmedFailure<PlayedInput>): Counterexample | Promise<Counterexample | undefined> {
    return played.planned === undefined ? { ...played, failure } : this.#shrink(played.planned, number, failure);
  }

  /** Plays one event of the shrinking of a fixed event again. */
  replayShrunk(planned: PlannedEvent, number: number, path: string): Promise<Counterexample | undefined> {
    return this.#searchPlans(
      new PlannedEventArbitrary(() => planned),
      { seed: 0, runs: 1, path },
      placeInFixed(number),
    );
  }

  /** Shrinks a failed event. It does not play the event itself again, which might pass, or hang once more. */
  #shrink(
    planned: PlannedEvent,
    number: number | undefined,
    failure: HandlerFailure,
  ): Promise<Counterexample | undefined> {
    const place = number === undefined ? undefined : placeInFixed(number);
    return this.#searchPlans(new PlannedEventArbitrary(() => planned), { seed: 0, runs: 1 }, place, failure);
  }

  /** Plays random events, and shrinks the first one that fails. */
  searchRandom(plans: Arbitrary<PlannedEvent>, which: Draw): Promise<Counterexample | undefined> {
    return this.#searchPlans(plans, which, (search) => ({ kind: 'random', search }));
  }

  /**
   * Plays the events of an arbitrary, and shrinks the first one that fails.
   * @param place where the run has the value at a path of fast-check; undefined if nowhere
   * @param known the failure of the first event, if it has been played before
   */
  #searchPlans(
    plans: Arbitrary<PlannedEvent>,
    which: Draw,
    place?: Place,
    known?: HandlerFailure,
  ): Promise<Counterexample | undefined> {
    const toEvent = (drawn: PlannedEvent, identity: Identity) => {
      const planned = drawn.withIdentity(identity);
      return { class: planned.class, planned, event: planned.event(), again: () => planned.event() };
    };
    return this.#search(() => plans, which, place, toEvent, known);
  }

  /** Plays events that a rule on `source` alone also delivers, or those of them that the contract's rule delivers. */
  async searchForeign(which: Draw): Promise<Counterexample | undefined> {
    const delivered = findDeliveredForeign(this.#contract);
    if (delivered === undefined) return undefined;
    const { outcomes } = this;
    // What comes out of other events says nothing about those of the row.
    this.outcomes = new Outcomes();
    const found = await this.#search(delivered.make, which, placeForeign, (drawn, identity) => {
      const event = delivered.identify(drawn, identity);
      return { class: 'foreign', event: copyPlainly(event), again: () => event };
    });
    this.outcomes = outcomes;
    return found;
  }

  /** Random and foreign events stop in time. A shrinking or a replay plays a single value. */
  #limit({ runs, path }: Draw, place: Place | undefined): Pick<SearchOptions, 'hasTime' | 'onPassed'> {
    const kind = place?.('0').kind;
    if (path !== undefined || (kind !== 'random' && kind !== 'foreign')) return {};
    return {
      hasTime: () => this.budget.hasTimeForRandom,
      onPassed: (tried) => this.budget.count(`${kind} events`, tried, runs),
    };
  }

  async #search<Value>(
    make: () => Arbitrary<Value>,
    which: Draw,
    place: Place | undefined,
    toEvent: (
      value: Value,
      identity: Identity,
    ) => Pick<Counterexample, 'class' | 'event' | 'planned'> & { again: () => object },
    known?: HandlerFailure,
  ): Promise<Counterexample | undefined> {
    const failed: { readonly found: Counterexample; readonly value: Value }[] = [];
    const formatPath = place && ((at: string) => formatReplayPath(place(at)));
    const options = {
      ...which,
      ...this.#limit(which, place),
      shrinking: SHRINKING,
      tried: 'event',
      formatPath,
    } as const;
    await search(make, options, async (value, at) => {
      const path = place?.(at);
      const identity = path === undefined ? this.identities.next() : this.identities.at(path);
      const { again, ...rest } = toEvent(value, identity);
      const first = failed.length === 0;
      const timeout = first ? this.#options.timeout : this.#calls.shortTimeout;
      const failure = first && known !== undefined ? known : await this.#playOnce(rest, again, timeout);
      if (failure === undefined) return false;
      if (failure.kind === 'late') this.waitForLateErrors();
      const found = { ...rest, event: again(), failure, ...(path !== undefined && { path }) };
      failed.push({ found, value });
      return true;
    });
    // Confirmed only now: a handler that keeps the newest event would otherwise skip the smaller ones, which are older.
    for (const { found: counterexample, value } of failed.toReversed()) {
      const playAgain: PlayAgain = (timeout) => {
        const { again, ...rest } = toEvent(value, this.identities.next());
        return this.execute(rest.event, again, rest, timeout);
      };
      if (await this.#failsAgain(counterexample.failure, playAgain)) return counterexample;
    }
    const [first] = failed;
    if (first !== undefined) throw this.explainFailedOnce(first.found.failure);
    return undefined;
  }
}
