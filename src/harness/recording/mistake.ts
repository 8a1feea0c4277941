/** What a handler is written for, and did not get. */
export type Mistake = 'expects an event' | 'expects a batch' | 'expects a batch of Firehose' | Unopened;

/** What a function behind a transport takes for the event, which lies deeper. */
export interface Unopened {
  readonly takes: string;
  /** It is what records of other transports carry, and not there. */
  readonly isElsewhere?: true;
}
