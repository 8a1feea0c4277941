import fc, { Arbitrary, type Random, type Stream, Value } from 'fast-check';

/** Which values of an arbitrary are drawn. */
export interface Draw {
  /** A 32-bit whole number: the same seed draws the same values. */
  readonly seed: number;
  /** How many. */
  readonly runs: number;
  /** Where to begin: a number of values to pass over, or the path of one value on the way of shrinking, such as `21:2:0`. */
  readonly path?: string;
}

/**
 * Values of an arbitrary, made and drawn under fast-check's own defaults. No other file here asks fast-check for values,
 * and none runs a property: plugins and hooks that are installed for all properties would take part.
 */
export function draw<Drawn>(make: () => Arbitrary<Drawn>, choice: Draw): Drawn[] {
  return drawValues(withDefaults(make), choice).map((value) => value.value);
}

/** As {@link draw}, with what an arbitrary needs to shrink its values. */
export function drawValues<Drawn>(arbitrary: Arbitrary<Drawn>, { seed, runs, path = '' }: Draw): Value<Drawn>[] {
  return withDefaults(() => fc.sample(new Shrinkable(arbitrary), { seed, numRuns: runs, path }));
}

/** Does a work under fast-check's own defaults: what the project says by `fc.configureGlobal` is for its own properties. */
export function withDefaults<Result>(work: () => Result): Result {
  const configured = fc.readConfigureGlobal();
  fc.resetConfigureGlobal();
  try {
    return work();
  } finally {
    fc.configureGlobal(configured);
  }
}

/** Draws what an arbitrary makes together with its context, which `fc.sample` leaves out. */
class Shrinkable<Drawn> extends Arbitrary<Value<Drawn>> {
  readonly #arbitrary: Arbitrary<Drawn>;

  constructor(arbitrary: Arbitrary<Drawn>) {
    super();
    this.#arbitrary = arbitrary;
  }

  override generate(random: Random, bias: number | undefined): Value<Value<Drawn>> {
    return new Value(this.#arbitrary.generate(random, bias), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Value<Drawn> {
    return true;
  }

  override shrink(value: Value<Drawn>): Stream<Value<Value<Drawn>>> {
    return this.#arbitrary.shrink(value.value_, value.context).map((smaller) => new Value(smaller, undefined));
  }
}
