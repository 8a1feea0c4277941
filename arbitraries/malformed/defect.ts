/** An event that can be spoilt: plain JSON. */
export type Spoilt = { [key: string]: Spoilt } & { [index: number]: Spoilt };

/** One thing that makes a valid event malformed, whatever the domain and the reading. */
export interface Defect {
  readonly name: string;
  /** Spoils the event where that can be done to it, and says whether it could. */
  spoil(event: Spoilt): boolean;
}
