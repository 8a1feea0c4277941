import fc, { Arbitrary, type Random, type Stream, Value } from 'fast-check';

/** Which values of an arbitrary to draw. */
export interface Draw {
  /** A 32-bit whole number: the same seed draws the same values. */
  readonly seed: number;
  /** The number of values. */
  readonly runs: number;
  /** Where to begin: the number of values to skip, or the path of a shrunk value, such as `21:2:0`. */
  readonly path?: string;
}

/**
 * Values of an arbitrary, drawn with fast-check's own defaults. No other file here draws values from fast-check, and
 * none runs a property: a project's plugins and hooks for its properties would take effect.
 */
export function draw<Drawn>(make: () => Arbitrary<Drawn>, choice: Draw): Drawn[] {
  return drawValues(withDefaults(make), choice).map((value) => value.value);
}

/** Like {@link draw}, with the context that an arbitrary needs for shrinking. */
export function drawValues<Drawn>(arbitrary: Arbitrary<Drawn>, { seed, runs, path = '' }: Draw): Value<Drawn>[] {
  return withDefaults(() => fc.sample(new Shrinkable(arbitrary), { seed, numRuns: runs, path }));
}

/** Runs work with fast-check's own defaults: the project's `fc.configureGlobal` is for its own properties. */
export function withDefaults<Result>(work: () => Result): Result {
  const configured = fc.readConfigureGlobal();
  fc.resetConfigureGlobal();
  try {
    return work();
  } finally {
    fc.configureGlobal(configured);
  }
}

/** Draws the values of an arbitrary with their contexts, which `fc.sample` omits. */
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
