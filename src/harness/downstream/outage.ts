/** How a call of a watched function fails during an outage. */
export type OutageError = 'throttling' | 'timeout' | 'serverError';

/** All ways to fail, the plainest first. */
export const outageErrors: readonly OutageError[] = ['throttling', 'serverError', 'timeout'];

/** Whether a call fails before it has its effect, or only after it. */
export type OutageEffect = 'before' | 'after';

/** An outage within one call of a handler. */
export interface Outage {
  /** The watched call that fails, by its place within the call of the handler. */
  readonly place: number;
  /** Whether later calls of the same service fail, too. */
  readonly lasts: boolean;
  readonly error: OutageError;
  readonly effect: OutageEffect;
}
