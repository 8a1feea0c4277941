/** The input for which a handler is written, instead of its actual input. */
export type Mistake = 'expects an event' | ExpectsBatch | Unopened;

/** The handler asks for the records of a batch. */
export interface ExpectsBatch {
  /** The member that holds the records. */
  readonly records: 'Records' | 'records';
}

/** What a function behind a transport mistakes for the event, which lies deeper. */
export interface Unopened {
  readonly takes: string;
  /** Whether only records of other transports carry it. */
  readonly isElsewhere?: true;
}
