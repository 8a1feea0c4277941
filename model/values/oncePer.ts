/**
 * A function that computes its value once for each argument. `key` is the object that stands for an argument; values are
 * forgotten with it. A value must not be undefined.
 */
export function oncePer<Argument extends object, Value extends NonNullable<unknown>>(
  compute: (argument: Argument) => Value,
  key: (argument: Argument) => object = (argument) => argument,
): (argument: Argument) => Value {
  const values = new WeakMap<object, Value>();
  return (argument) => {
    const keyed = key(argument);
    let value = values.get(keyed);
    if (value === undefined) {
      value = compute(argument);
      values.set(keyed, value);
    }
    return value;
  };
}
