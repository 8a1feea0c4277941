import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { SeededRandom } from '../../../../model/values/seededRandom.ts';
import { drawFault, type FaultChoice, listPlainerFaults } from './drawFault.ts';
import type { Fault, FaultKind } from './faults.ts';

/** A history, its faults, and the size of batches. */
export interface Delivery {
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly batchSize: number;
  /** The number that determines the order of batches in flight. */
  readonly interleaving: number;
}

/** The options of drawn deliveries. */
export interface DeliveryChoice extends FaultChoice {
  readonly histories: Arbitrary<readonly CasesEvent[]>;
  readonly tolerates: readonly FaultKind[];
  /** The largest batch. */
  readonly batchSize: number;
}

/** Deliveries, which shrink to fewer faults, a shorter history and smaller batches. */
export class DeliveryArbitrary extends Arbitrary<Delivery> {
  readonly #choice: DeliveryChoice;

  constructor(choice: DeliveryChoice) {
    super();
    this.#choice = choice;
  }

  override generate(random: Random): Value<Delivery> {
    const { histories, tolerates, batchSize } = this.#choice;
    const history = histories.generate(random, undefined);
    const draws = new SeededRandom(random.nextInt());
    // Few faults, or as many as there are events: the final state often hides the effect of a single one.
    const most = draws.pick([1, 3, history.value_.length]);
    const count = tolerates.length === 0 || history.value_.length === 0 ? 0 : 1 + draws.below(most);
    const faults = Array.from({ length: count }, () => drawFault(tolerates, history.value_, this.#choice, draws));
    return makeDeliveryValue(history, { faults, batchSize: 1 + draws.below(batchSize), interleaving: draws.next() });
  }

  override canShrinkWithoutContext(_value: unknown): _value is Delivery {
    return false;
  }

  override shrink(value: Delivery, context: unknown): Stream<Value<Delivery>> {
    if (context === undefined) return stream<Value<Delivery>>([].values());
    return stream(this.#listSmaller(value, context as Value<readonly CasesEvent[]>));
  }

  *#listSmaller(whole: Delivery, history: Value<readonly CasesEvent[]>): IterableIterator<Value<Delivery>> {
    const { faults, batchSize, interleaving } = whole;
    for (const place of faults.keys())
      yield makeDeliveryValue(history, { ...whole, faults: faults.toSpliced(place, 1) });
    for (const smaller of this.#choice.histories.shrink(history.value_, history.context)) {
      const ids = new Set(smaller.value_.map(({ id }) => id));
      yield makeDeliveryValue(smaller, { ...whole, faults: faults.filter(({ event }) => ids.has(event)) });
    }
    for (const [place, fault] of faults.entries()) {
      for (const plainer of listPlainerFaults(fault)) {
        yield makeDeliveryValue(history, { ...whole, faults: faults.with(place, plainer) });
      }
    }
    for (let size = 1; size < batchSize; size *= 2) yield makeDeliveryValue(history, { ...whole, batchSize: size });
    if (interleaving !== 0) yield makeDeliveryValue(history, { ...whole, interleaving: 0 });
  }
}

function makeDeliveryValue(history: Value<readonly CasesEvent[]>, rest: Omit<Delivery, 'history'>): Value<Delivery> {
  return new Value({ ...rest, history: history.value_ }, history);
}
