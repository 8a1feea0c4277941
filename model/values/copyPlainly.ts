/**
 * A copy of a value that is plain JSON. Inside jest, `structuredClone` makes objects of another realm that are not
 * deeply equal to their originals.
 */
export function copyPlainly<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
