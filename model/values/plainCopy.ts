/**
 * A copy of a value that is plain JSON. `structuredClone` would not do: inside jest it makes objects of another realm,
 * which are no longer deeply equal to their originals.
 */
export function plainCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
