/** An event that can be spoilt: plain JSON. */
export type CorruptEvent = { [key: string]: CorruptEvent } & { [index: number]: CorruptEvent };

/** One thing that makes a valid event malformed, whatever the domain and the reading. */
export interface Defect {
  readonly name: string;
  /** Whether the defect can be done to the event: the place that it spoils is there. */
  fits(event: CorruptEvent): boolean;
  /** Spoils the event, which must fit. */
  spoil(event: CorruptEvent): void;
}
