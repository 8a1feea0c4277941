import { cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import type { Guarantee, GuaranteeViolation } from '../guarantees/guarantee.ts';
import { findViolation, guarantees } from '../guarantees/guarantees.ts';
import { type Discrepancy, findDiscrepancy, sameBut } from '../observation/discrepancy.ts';
import type { Interleaving } from '../play/interleaving.ts';
import type { Target } from '../play/playedDelivery.ts';
import { CleanOutcomes } from './cleanOutcomes.ts';
import { Deliverer, type Hooks } from './deliverer.ts';
import { hookFault } from './hookFault.ts';
import { describeUnsteady } from './hookMessages.ts';
import { inBothSpellings } from './orderReadings.ts';
import { playAfterAnswers } from './playAfterAnswers.ts';
import { playRounds } from './playRounds.ts';

/** A handler that goes on after its answers may be done in time, now and then. */
const ATTEMPTS = 3;

/** Decides which guarantee a delivery breaks. The handler's own clean delivery says what must come out. */
export class DeliveryOracle {
  readonly #deliverer: Deliverer;
  readonly #clean: CleanOutcomes;
  readonly #concurrency: 1 | 2;
  /** The handler goes on after its answers: no two deliveries can be compared. */
  #goesOn = false;

  constructor(target: Target, options: Hooks & { readonly concurrency: 1 | 2 }, interleaving?: Interleaving) {
    this.#deliverer = new Deliverer(target, options, interleaving);
    this.#clean = new CleanOutcomes(this.#deliverer);
    this.#concurrency = options.concurrency;
  }

  /** Whether `observe` showed anything after a clean delivery that it did not before any event. Else nothing was compared. */
  get showsWork(): boolean {
    return this.#clean.showWork;
  }

  /** The guarantee that a delivery breaks, if it breaks one. */
  async findViolation(delivery: Delivery): Promise<GuaranteeViolation | undefined> {
    if (this.#goesOn) return findViolation(await playAfterAnswers(delivery.history, this.#deliverer));
    const rounds = playRounds(delivery, this.#deliverer, {
      concurrency: this.#concurrency,
      noteClean: (history, clean) => this.#clean.note(history, clean),
    });
    for await (const round of rounds) {
      const violation = await findViolation(round);
      if (violation !== undefined) return violation;
    }
    return undefined;
  }

  /** The violation, with all that its guarantee finds out about the shortest delivery. */
  async examine(violation: GuaranteeViolation): Promise<GuaranteeViolation> {
    const { examine }: Guarantee = guarantees[violation.guarantee];
    return { ...violation, ...(await examine?.(violation, this.#deliverer.deliver)) };
  }

  /** The place where a clean delivery comes out otherwise when the same instants are written otherwise. */
  async compareSpellings({ history, batchSize }: Delivery): Promise<Discrepancy | undefined> {
    const batches = cutIntoBatches(listInOrder(history), batchSize);
    const [plain, other] = inBothSpellings(history);
    const expected = await this.#deliverer.deliver(plain, batches);
    const received = await this.#deliverer.deliver(other, batches);
    return findDiscrepancy(
      expected.seen,
      received.seen,
      sameBut(({ detail }) => detail.approximateChangeTime, plain, other),
    );
  }

  /**
   * Whether two deliveries of the same events can be compared at all. On a busy machine a handler may just be done each
   * time with what it does after its answers: with `suspect` it is watched in any case.
   * @returns the broken guarantee of a handler that goes on after its answers
   * @throws Error where `reset` does not set back what the handler keeps, or `observe` differs for the same events
   */
  async requireComparable(delivery: Delivery, suspect = false): Promise<GuaranteeViolation | undefined> {
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

  /** @throws Error where the handler keeps something that `reset` does not set back, such as a count of its calls */
  requireSameAgain(): Promise<void> {
    return this.#clean.requireSameAgain();
  }

  /** @throws Error where a hook returns before its work is done, or `observe` is never the same: no handler is to blame */
  async requireSoundHooks({ history }: Delivery): Promise<void> {
    const fault = await hookFault({
      late: this.#deliverer.target.late,
      before: this.#clean.before,
      unsteady: describeUnsteady,
      reset: () => this.#deliverer.reset(),
      observe: async () => (await this.#deliverer.observe()).seen,
      play: () => this.#deliverer.play(history, cutIntoBatches(listInOrder(history), 1)),
    });
    if (fault !== undefined) throw new Error(fault);
  }
}
