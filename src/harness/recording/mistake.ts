/** The input for which a handler is written, instead of its actual input. */
export type Mistake = 'expects an event' | 'expects a batch' | 'expects a batch of Firehose' | Unopened;

/** What a function behind a transport mistakes for the event, which lies deeper. */
export interface Unopened {
  readonly takes: string;
  /** Whether only records of other transports carry it. */
  readonly isElsewhere?: true;
}
