import fc, { Arbitrary, type Random, type Stream, Value } from 'fast-check';

/** Selects the values to draw from an arbitrary. */
export interface Draw {
  /** A 32-bit whole number: the same seed draws the same values. */
  readonly seed: number;
  /** The number of values. */
  readonly runs: number;
  /** The start: the number of values to skip, or the path of one value of a shrinking, such as `21:2:0`. */
  readonly path?: string;
}

/**
 * Values of an arbitrary, made and drawn under fast-check's own defaults. Only this file asks fast-check for values.
 * Nothing here runs a property, because plugins and global hooks would take part.
 */
export function draw<Drawn>(make: () => Arbitrary<Drawn>, choice: Draw): Drawn[] {
  return drawValues(withDefaults(make), choice).map((value) => value.value);
}

/** Like {@link draw}, with the context that an arbitrary needs to shrink its values. */
export function drawValues<Drawn>(arbitrary: Arbitrary<Drawn>, { seed, runs, path = '' }: Draw): Value<Drawn>[] {
  return withDefaults(() => fc.sample(new Shrinkable(arbitrary), { seed, numRuns: runs, path }));
}

/** Runs work under fast-check's own defaults: `fc.configureGlobal` is for the project's own properties. */
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
