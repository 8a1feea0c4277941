import { Arbitrary, type Random, type Stream, stream, Value } from 'fast-check';
import { PlannedEvent } from './plannedEvent.ts';

/** Draws planned events, and shrinks them. */
export class PlannedEventArbitrary extends Arbitrary<PlannedEvent> {
  readonly #draw: (random: Random) => PlannedEvent;
  readonly #most: number | undefined;

  /** @param most the largest entry of a shrunk event, in bytes; by default any */
  constructor(draw: (random: Random) => PlannedEvent, most?: number) {
    super();
    this.#draw = draw;
    this.#most = most;
  }

  override generate(random: Random): Value<PlannedEvent> {
    return new Value(this.#draw(random), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is PlannedEvent {
    return value instanceof PlannedEvent;
  }

  override shrink(planned: PlannedEvent): Stream<Value<PlannedEvent>> {
    const most = this.#most;
    return stream(planned.shrinks())
      .filter((smaller) => most === undefined || smaller.fitsWithin(most))
      .map((smaller) => new Value(smaller, undefined));
  }
}
