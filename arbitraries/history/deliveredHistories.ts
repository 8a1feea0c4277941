import { Arbitrary, type Random, type Stream, Value } from 'fast-check';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import type { Rule } from '../../model/rule/rule.ts';

type Events = readonly CasesEvent[];

/**
 * Histories of which only the events that a rule delivers arrive. The other changes happen, and nobody hears of them.
 * A history is empty only if the rule delivers no event of many histories.
 */
export class DeliveredHistories extends Arbitrary<Events> {
  readonly #histories: Arbitrary<Events>;
  readonly #rule: Rule;

  constructor(histories: Arbitrary<Events>, rule: Rule) {
    super();
    this.#histories = histories;
    this.#rule = rule;
  }

  override generate(random: Random, bias: number | undefined): Value<Events> {
    let delivered = this.#deliver(this.#histories.generate(random, bias));
    for (let tried = 1; tried < MOST_TRIED && delivered.value_.length === 0; tried++) {
      delivered = this.#deliver(this.#histories.generate(random, bias));
    }
    return delivered;
  }

  override canShrinkWithoutContext(_value: unknown): _value is Events {
    return false;
  }

  override shrink(events: Events, context: unknown): Stream<Value<Events>> {
    const { value_: value, context: inner } = context as Value<Events>;
    const before = JSON.stringify(events);
    return this.#histories
      .shrink(value, inner)
      .map((smaller) => this.#deliver(smaller))
      .filter(({ value_: shorter }) => shorter.length > 0 && JSON.stringify(shorter) !== before);
  }

  #deliver(whole: Value<Events>): Value<Events> {
    return new Value(
      whole.value_.filter((event) => this.#rule.matches(event)),
      whole,
    );
  }
}

/** Histories to try before a rule counts as one that delivers nothing of them. */
const MOST_TRIED = 200;
