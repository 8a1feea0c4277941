/** One call of a watched function, as plain data. */
export interface DownstreamCall {
  /** The name of the function, or of the command. */
  readonly name: string;
  /** The arguments as they were at the time of the call, as JSON holds them; for a command only its input. */
  readonly args: readonly unknown[];
  /** Whether the call succeeded, failed, or was still unfinished when its handler had answered. */
  readonly outcome: 'done' | 'failed' | 'pending';
  /** What the function returned, or its promise, as JSON holds it. */
  readonly result?: unknown;
  /** The error of a failed call, in a few words. */
  readonly error?: string;
  /** Whether this must happen only once: `watch(fn, { once: true })`. */
  readonly once?: true;
}
