import type { AnyFunction } from './watchedFunction.ts';

/** Options of `watch`. */
export interface WatchOptions {
  /** What a call does must happen only once, however often its event comes: a mail, a payment. */
  readonly once?: boolean;
  /** The name in reports; by default that of the function. */
  readonly name?: string;
}

/** Options of `watchClient`. */
export interface WatchClientOptions {
  /** The commands that must take effect only once, by the names of their classes: `SendEmailCommand`. */
  readonly once?: readonly string[];
}

/** A client of the AWS SDK for JavaScript v3. */
export interface SdkClient {
  /** Sends a command. */
  // biome-ignore lint/suspicious/noExplicitAny: each client takes its own commands
  send(command: any, ...rest: any[]): any;
}

/** What `downstream` gets. */
export interface Watching {
  /**
   * Watches a function that the handler calls: returns one of the same type, to put in its place. It records each call
   * of an event's handler, and lets it fail under the fault `'outage'`. With `concurrency: 2` the calls of a function
   * that returns promises also wait for their turn. A synchronous function is recorded and fails, but cannot wait.
   */
  watch<Of extends AnyFunction>(work: Of, options?: WatchOptions): Of;
  /**
   * Watches all commands of a client of the AWS SDK v3, and returns the client. Its own retries are over when an outage
   * reaches the handler.
   */
  watchClient<Of extends SdkClient>(client: Of, options?: WatchClientOptions): Of;
}

/** The option `downstream`: replaces the functions that the handler calls by watched ones. */
export type Downstream = (watching: Watching) => unknown;
