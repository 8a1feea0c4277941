import { cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { findViolation, type GuaranteeName } from '../guarantees/guarantees.ts';
import { type Discrepancy, findDiscrepancy, isSameExcept } from '../observation/discrepancy.ts';
import type { Target } from '../play/playedDelivery.ts';
import { CleanOutcomes } from './cleanOutcomes.ts';
import { Deliverer, type Hooks } from './deliverer.ts';
import { findHookFault } from './findHookFault.ts';
import { describeUnsteady } from './hookMessages.ts';
import { spellInBothWays } from './orderReadings.ts';
import { playAfterAnswers } from './playAfterAnswers.ts';
import { playRounds, type RoundOptions } from './playRounds.ts';

/** A handler that continues after its answers may sometimes finish in time. */
const ATTEMPTS = 3;

type Violation = GuaranteeViolation<GuaranteeName>;

/** Decides which guarantee a delivery breaks. The handler's own clean delivery is the oracle. */
export class DeliveryOracle {
  readonly #deliverer: Deliverer;
  readonly #clean: CleanOutcomes;
  readonly #options: Omit<RoundOptions, 'noteClean'>;
  /** Whether the handler continues after its answers: no two deliveries can then be compared. */
  #goesOn = false;

  constructor(target: Target, options: Hooks & Omit<RoundOptions, 'noteClean'>) {
    this.#deliverer = new Deliverer(target, options);
    this.#clean = new CleanOutcomes(this.#deliverer);
    this.#options = options;
  }

  /** Whether `observe` differs between before any event and after a clean delivery. Otherwise nothing was compared. */
  get showsWork(): boolean {
    return this.#clean.showsWork;
  }

  /** The guarantee that a delivery breaks, if any. */
  async findViolation(delivery: Delivery): Promise<Violation | undefined> {
    if (this.#goesOn) return findViolation(await playAfterAnswers(delivery.history, this.#deliverer));
    const rounds = playRounds(delivery, this.#deliverer, {
      ...this.#options,
      noteClean: (history, clean) => this.#clean.note(history, clean),
    });
    for await (const round of rounds) {
      const violation = await findViolation(round);
      if (violation !== undefined) return violation;
    }
    return undefined;
  }

  /** The violation, with its guarantee's further findings on the shortest delivery. */
  async examine(violation: Violation): Promise<Violation> {
    return { ...violation, ...(await violation.guarantee.examine?.(violation, this.#deliverer.deliver)) };
  }

  /** The place where the outcome of a clean delivery depends on the spelling of the same instants. */
  async compareSpellings({ history, batchSize }: Delivery): Promise<Discrepancy | undefined> {
    const batches = cutIntoBatches(listInOrder(history), batchSize);
    const [plain, other] = spellInBothWays(history);
    const expected = await this.#deliverer.deliver(plain, batches);
    const received = await this.#deliverer.deliver(other, batches);
    return findDiscrepancy(
      expected.seen,
      received.seen,
      isSameExcept(({ detail }) => detail.approximateChangeTime, plain, other),
    );
  }

  /**
   * Whether two deliveries of the same events can be compared at all. On a busy machine a handler may just finish its
   * later work each time: with `suspect` it is watched in any case.
   * @returns the broken guarantee of a handler that continues after its answers
   * @throws Error if `reset` does not clear the handler's state, or `observe` differs for the same events
   */
  async requireComparable(delivery: Delivery, suspect = false): Promise<Violation | undefined> {
    const why = await this.#clean.describeIncomparable(delivery);
    if (why === undefined && !suspect) return undefined;
    await this.requireSoundHooks(delivery);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const goesOn = await findViolation(await playAfterAnswers(delivery.history, this.#deliverer));
      this.#goesOn = goesOn !== undefined;
      if (goesOn !== undefined) return goesOn;
    }
    if (why !== undefined) throw new Error(why);
    await this.requireSameAgain();
    return undefined;
  }

  /** Resets the handler's state. */
  reset(): Promise<unknown> {
    return this.#deliverer.reset();
  }

  /** @throws Error if the handler keeps state that `reset` does not clear, such as a count of its calls */
  requireSameAgain(): Promise<void> {
    return this.#clean.requireSameAgain();
  }

  /**
   * @throws Error if a hook returns before its work is done, or `observe` always differs: the handler is not to blame
   */
  async requireSoundHooks({ history }: Delivery): Promise<void> {
    const fault = await findHookFault({
      errorTracker: this.#deliverer.target.errorTracker,
      before: this.#clean.before,
      unsteady: describeUnsteady,
      reset: () => this.#deliverer.reset(),
      observe: async () => (await this.#deliverer.observe()).seen,
      play: () => this.#deliverer.play(history, cutIntoBatches(listInOrder(history), 1)),
    });
    if (fault !== undefined) throw new Error(fault);
  }
}
