/** An event that a defect may change: plain JSON. */
export type CorruptEvent = { [key: string]: CorruptEvent } & { [index: number]: CorruptEvent };

/** One change that makes a valid event malformed, in any domain and reading. */
export interface Defect {
  readonly name: string;
  /** Whether the event has the place that the defect changes. */
  fits(event: CorruptEvent): boolean;
  /** Applies the defect to a fitting event. */
  corrupt(event: CorruptEvent): void;
}
