/**
 * A copy whose members note that they are read. Unlike a proxy it can be cloned and sent to workers; unlike a proxy it does
 * not see who only asks whether a member is there.
 * @param note is told where a member is, step by step
 */
export function accessorCopy<Value extends object>(
  value: Value,
  note: (steps: readonly string[]) => void,
  steps: readonly string[] = [],
): Value {
  const copy = Array.isArray(value) ? [] : {};
  for (const [key, part] of Object.entries(value)) {
    const below = [...steps, key];
    let member: unknown = typeof part === 'object' && part !== null ? accessorCopy(part, note, below) : part;
    Object.defineProperty(copy, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        note(below);
        return member;
      },
      set: (other) => {
        member = other;
      },
    });
  }
  return copy as Value;
}
