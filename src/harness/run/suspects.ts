import { now } from '../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import { makeOutsideError } from '../lambda/makeOutsideError.ts';
import { type Grace, wait } from '../lambda/runHandler.ts';
import type { OutsideError, UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';

/** The least and the most milliseconds to wait for the late errors of a call. */
const GRACE_MS = 20;
const LONGEST_GRACE_MS = 100;

/** Milliseconds to wait for an error from outside of all calls, and to search for the event that causes it. */
const OUTSIDE: Grace = { least: 60, most: 60 };
const LOOKING = 600;

/** The number of recent events that may have caused an error from outside. */
const RECENT = 10;

/** A played input, and the handler's failure on it. */
export interface ConfirmedFailure<Subject> {
  readonly subject: Subject;
  readonly failure: HandlerFailure;
}

/**
 * Finds the event that caused an error that came late or from outside of all calls. The handler must fail again on this
 * event, played alone.
 */
export class Suspects<Subject> {
  readonly #errorTracker: UnhandledErrorTracker;
  readonly #playAgain: (subject: Subject) => Promise<HandlerFailure | undefined>;
  readonly #playNothing: () => Promise<unknown>;
  readonly #recent: Subject[] = [];
  readonly #unexplained: OutsideError[] = [];
  /** How long to wait after each call while events are played one at a time. */
  graceMs: Grace | undefined;

  /**
   * @param playAgain plays an event once more
   * @param playNothing calls `reset`, as before every event
   */
  constructor(
    errorTracker: UnhandledErrorTracker,
    playAgain: (subject: Subject) => Promise<HandlerFailure | undefined>,
    playNothing: () => Promise<unknown>,
  ) {
    this.#errorTracker = errorTracker;
    this.#playAgain = playAgain;
    this.#playNothing = playNothing;
  }

  /** Waits for late errors after each call from now on. */
  waitForLateErrors(): void {
    this.graceMs ??= { least: GRACE_MS, most: GRACE_MS };
  }

  /** Records a played input. While it waits for late errors, an error from outside belongs to this input. */
  notePlayed(subject: Subject): HandlerFailure | undefined {
    if (this.#recent.unshift(subject) > RECENT) this.#recent.pop();
    const [first] = this.graceMs === undefined ? [] : this.#errorTracker.outside.splice(0);
    if (first === undefined) return undefined;
    first.explained = true;
    return { kind: 'late', error: first.error, rejected: false, outside: true };
  }

  /** Waits for late errors, then {@link confirmFirst}. */
  async confirmLast(): Promise<ConfirmedFailure<Subject> | undefined> {
    await wait(GRACE_MS);
    return this.confirmFirst();
  }

  /** The event of the first error that came after the verdict on its call, or from outside of all calls. */
  async confirmFirst(): Promise<ConfirmedFailure<Subject> | undefined> {
    const { overdue, outside } = this.#errorTracker;
    if (overdue?.late !== undefined) {
      this.#errorTracker.overdue = undefined;
      const subject = overdue.subject as Subject;
      const failure = await this.confirm(subject, overdue.late.error, overdue.late.after);
      return failure === undefined ? undefined : { subject, failure };
    }
    const [first] = outside;
    if (first === undefined) return undefined;
    // One unexplained error is enough to fail the run.
    const known = this.#unexplained.length > 0;
    this.#unexplained.push(...outside.splice(0));
    return known ? undefined : this.#lookFor(first);
  }

  /** The failure on an event with a late error, if it comes again; `after` is its delay in milliseconds. */
  async confirm(subject: Subject, error: unknown, after: number = 0): Promise<HandlerFailure | undefined> {
    // On a busy machine an error comes even later.
    const least = Math.min(LONGEST_GRACE_MS, Math.max(GRACE_MS, 2 * after));
    const failure = await this.#playAlone(subject, { least, most: Math.max(least, 2 * after) });
    if (failure === undefined) this.#unexplained.push({ error, explained: false });
    return failure;
  }

  /** The failure on an event that the handler changed after its call, if it does so again; it waits for that. */
  confirmChange(subject: Subject): Promise<HandlerFailure | undefined> {
    return this.#playAlone(subject, { least: GRACE_MS, most: LONGEST_GRACE_MS });
  }

  /** @throws Error if an error came, but no single event causes it */
  async requireExplained(title: string): Promise<void> {
    const open = (): OutsideError[] => this.#unexplained.filter(({ explained }) => !explained);
    // Another run that was active at that time may still be searching for the event.
    for (let look = 0; look < 10 && open().length > 0 && this.#errorTracker.isOneOfMany; look++) await wait(GRACE_MS);
    const [first] = open();
    if (first !== undefined) throw makeOutsideError(title, first);
  }

  /** Searches the most recent events. */
  async #lookFor(outside: OutsideError): Promise<ConfirmedFailure<Subject> | undefined> {
    const until = now() + LOOKING;
    for (const subject of [...this.#recent]) {
      if (now() > until || (await this.#drainOutside())) return undefined;
      const failure = await this.#playAlone(subject, OUTSIDE);
      if (failure === undefined) continue;
      outside.explained = true;
      return { subject, failure };
    }
    return undefined;
  }

  /** Plays an event alone. An error from outside counts if it comes twice with the event, and not without it. */
  async #playAlone(subject: Subject, graceMs: Grace): Promise<HandlerFailure | undefined> {
    this.graceMs = graceMs;
    let failure = await this.#playAgain(subject);
    if (failure?.outside) failure = (await this.#drainOutside()) ? undefined : await this.#playAgain(subject);
    if (failure === undefined) this.graceMs = undefined;
    return failure;
  }

  /** Takes the errors that come from outside while nothing is played. Returns whether there are any. */
  async #drainOutside(): Promise<boolean> {
    await this.#playNothing();
    await wait(OUTSIDE.least);
    return this.#errorTracker.outside.splice(0).length > 0;
  }
}
