/** A value that a pattern compares: objects and lists are looked into, never compared. */
export type Scalar = string | number | boolean | null;

/** One entry of a leaf: it decides about one value of the event. */
export interface Condition {
  /** The only kind of value that it can admit. */
  readonly compares: 'strings' | 'numbers' | 'addresses' | 'values';
  /** Some of the values that it names or describes; none if it takes any value. */
  readonly examples: readonly Scalar[];
  /** The texts that it asks for, with any characters between them: `['a', '']` for a prefix. Absent for most conditions. */
  readonly pieces?: readonly string[];
  /** The condition in several cases of its letters, if it takes any case: as it is written, lower, upper, capitalised. */
  readonly spellings?: readonly Condition[];
  admits(value: Scalar): boolean;
}

/** `{ "exists": false }`: no value meets it, but the absence of any does. */
export const absence: Condition = { compares: 'values', examples: [], admits: () => false };

/** A condition on strings. Values of other kinds never meet it. */
export function compareStrings(
  admits: (text: string) => boolean,
  examples: readonly string[],
  open: Pick<Condition, 'pieces' | 'spellings'> = {},
): Condition {
  return { compares: 'strings', examples, admits: (value) => typeof value === 'string' && admits(value), ...open };
}

/** A condition on numbers. Values of other kinds never meet it. */
export function compareNumbers(admits: (number: number) => boolean, examples: readonly number[]): Condition {
  return { compares: 'numbers', examples, admits: (value) => typeof value === 'number' && admits(value) };
}
