import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { type Arrival, cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import type { ObservedDelivery } from '../guarantees/guarantee.ts';
import { requireJson } from '../observation/callObserve.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import { describeHistory, findOddNumber } from './cleanOutcome.ts';
import type { Deliverer } from './deliverer.ts';
import { describeLeftBehind, describeUnfinished, describeUnreset, describeUnsteady } from './hookMessages.ts';
import { passClock } from './passClock.ts';

/** A clean delivery, and the observation after it. */
interface Shown {
  readonly history: readonly CasesEvent[];
  readonly batches: readonly (readonly Arrival[])[];
  readonly seen: unknown;
}

/** The outcomes of clean deliveries, and whether the same delivery has the same outcome again. */
export class CleanOutcomes {
  readonly #deliverer: Deliverer;
  #before: unknown;
  #shown: Shown | undefined;

  constructor(deliverer: Deliverer) {
    this.#deliverer = deliverer;
  }

  /** The result of `observe` before any event. */
  get before(): unknown {
    return this.#before;
  }

  /** Whether `observe` differs between before any event and after a clean delivery. Otherwise nothing was compared. */
  get showsWork(): boolean {
    return this.#shown !== undefined;
  }

  /**
   * Records a clean delivery, played one by one.
   * @throws InvalidArgumentError if `observe` returns no JSON after it
   */
  note(history: readonly CasesEvent[], clean: ObservedDelivery): void {
    requireJson(clean, describeHistory(history));
    this.#keep({ history, batches: cutIntoBatches(listInOrder(history), 1), seen: clean.seen });
  }

  /**
   * Plays the first clean delivery again at the end: the same events must have the same outcome.
   * @throws Error if the handler keeps state that `reset` does not clear, such as a count of its calls
   */
  async requireSameAgain(): Promise<void> {
    if (this.#shown === undefined) return;
    const { history, batches, seen } = this.#shown;
    const other = findDiscrepancy(seen, (await this.#deliverer.deliver(history, batches)).seen);
    if (other !== undefined) throw new Error(describeLeftBehind(other));
  }

  /** Why two deliveries of the same events cannot be compared, by what `observe` returns. */
  async describeIncomparable({ history, batchSize }: Delivery): Promise<string | undefined> {
    const { deliver } = this.#deliverer;
    const batches = cutIntoBatches(listInOrder(history), batchSize);
    const empty = await deliver(history, []);
    requireJson(empty);
    this.#before = empty.seen;
    const first = await deliver(history, batches);
    if (first.failed === undefined && findOddNumber(first) === undefined) requireJson(first, describeHistory(history));
    const emptyAgain = await deliver(history, []);
    const left = findDiscrepancy(empty.seen, emptyAgain.seen);
    if (left !== undefined && findDiscrepancy(emptyAgain.seen, (await this.#deliverer.observe()).seen) !== undefined) {
      return describeUnsteady(left);
    }
    if (left !== undefined) return describeUnreset(left);
    if (first.failed !== undefined) return undefined;
    this.#keep({ history, batches, seen: first.seen });
    const unfinished = first.made?.find(({ outcome }) => outcome === 'pending');
    passClock();
    const second = await deliver(history, batches);
    this.#deliverer.mask.learn(first.made ?? [], second.made ?? []);
    if (unfinished !== undefined && this.#deliverer.observesCalls) return describeUnfinished(unfinished);
    const other = findDiscrepancy(first.seen, second.seen);
    if (other === undefined) return undefined;
    const third = await deliver(history, batches);
    return findDiscrepancy(second.seen, third.seen) === undefined ? describeLeftBehind(other) : describeUnsteady(other);
  }

  /** Keeps the first outcome that differs from the state before any event. */
  #keep(shown: Shown): void {
    if (findDiscrepancy(this.#before, shown.seen) !== undefined) this.#shown ??= shown;
  }
}
