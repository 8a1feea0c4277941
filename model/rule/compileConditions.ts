import { eventPattern } from './eventPattern.ts';

/** Compiles the conditions of a leaf: whether some of them admit a value. */
export function compileConditions(conditions: readonly unknown[]): (value: unknown) => boolean {
  if (conditions.length === 0) return () => false;
  const { matches } = eventPattern({ value: conditions });
  return (value) => matches({ value });
}
