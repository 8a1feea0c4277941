import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { type Arrival, cutIntoBatches, listInOrder } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import type { ObservedDelivery } from '../guarantees/guarantee.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import { requireJson } from '../observation/observed.ts';
import { afterDelivery, findOddNumber } from './cleanOutcome.ts';
import type { Deliverer } from './deliverer.ts';
import { describeLeftBehind, describeUnreset, describeUnsteady } from './hookMessages.ts';

/** A clean delivery, and what was seen after it. */
interface Shown {
  readonly history: readonly CasesEvent[];
  readonly batches: readonly (readonly Arrival[])[];
  readonly seen: unknown;
}

/** What clean deliveries showed, and whether the same one shows the same again. */
export class CleanOutcomes {
  readonly #deliverer: Deliverer;
  #before: unknown;
  #shown: Shown | undefined;

  constructor(deliverer: Deliverer) {
    this.#deliverer = deliverer;
  }

  /** What `observe` shows before any event. */
  get before(): unknown {
    return this.#before;
  }

  /** Whether `observe` showed anything after a clean delivery that it did not before any event. Else nothing was compared. */
  get showWork(): boolean {
    return this.#shown !== undefined;
  }

  /**
   * Takes note of a clean delivery, one by one.
   * @throws InvalidArgumentError where `observe` shows no JSON after it
   */
  note(history: readonly CasesEvent[], clean: ObservedDelivery): void {
    requireJson(clean, afterDelivery(history));
    this.#keep({ history, batches: cutIntoBatches(listInOrder(history), 1), seen: clean.seen });
  }

  /**
   * Long after the first clean delivery the same events must come out the same.
   * @throws Error where the handler keeps something that `reset` does not set back, such as a count of its calls
   */
  async requireSameAgain(): Promise<void> {
    if (this.#shown === undefined) return;
    const { history, batches, seen } = this.#shown;
    const other = findDiscrepancy(seen, (await this.#deliverer.deliver(history, batches)).seen);
    if (other !== undefined) throw new Error(describeLeftBehind(other));
  }

  /** Why two deliveries of the same events cannot be compared, by what `observe` shows. */
  async describeIncomparable({ history, batchSize }: Delivery): Promise<string | undefined> {
    const { deliver } = this.#deliverer;
    const batches = cutIntoBatches(listInOrder(history), batchSize);
    const empty = await deliver(history, []);
    requireJson(empty);
    this.#before = empty.seen;
    const first = await deliver(history, batches);
    if (first.failed === undefined && findOddNumber(first) === undefined) requireJson(first, afterDelivery(history));
    const emptyAgain = await deliver(history, []);
    const left = findDiscrepancy(empty.seen, emptyAgain.seen);
    if (left !== undefined && findDiscrepancy(emptyAgain.seen, (await this.#deliverer.observe()).seen) !== undefined) {
      return describeUnsteady(left);
    }
    if (left !== undefined) return describeUnreset(left);
    if (first.failed !== undefined) return undefined;
    this.#keep({ history, batches, seen: first.seen });
    const second = await deliver(history, batches);
    const other = findDiscrepancy(first.seen, second.seen);
    if (other === undefined) return undefined;
    const third = await deliver(history, batches);
    return findDiscrepancy(second.seen, third.seen) === undefined ? describeLeftBehind(other) : describeUnsteady(other);
  }

  /** Keeps the first that shows more than before any event. */
  #keep(shown: Shown): void {
    if (findDiscrepancy(this.#before, shown.seen) !== undefined) this.#shown ??= shown;
  }
}
