import { now } from '../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../checks/check.ts';
import { outsideError } from '../lambda/outsideError.ts';
import { type Grace, wait } from '../lambda/runHandler.ts';
import type { OutsideError, UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';

/** Milliseconds in which late errors may come. */
const GRACE_MS = 20;
const LONGEST_GRACE_MS = 100;

/** Milliseconds to wait for an error from outside a call, and to search for its event. */
const OUTSIDE: Grace = { least: 60, most: 60 };
const LOOKING = 600;

/** Events that may have caused an error from outside their calls. */
const RECENT = 10;

/** A played input, and the handler's failure on it. */
export interface Convicted<Subject> {
  readonly subject: Subject;
  readonly failure: HandlerFailure;
}

/**
 * Finds the event behind a late error, or an error from outside all calls: the event on which the handler fails again
 * when played alone.
 */
export class Suspects<Subject> {
  readonly #late: UnhandledErrorTracker;
  readonly #playAgain: (subject: Subject) => Promise<HandlerFailure | undefined>;
  readonly #playNothing: () => Promise<unknown>;
  readonly #recent: Subject[] = [];
  readonly #unexplained: OutsideError[] = [];
  /** How long to wait after each call while events are played one at a time. */
  graceMs: Grace | undefined;

  /**
   * @param playAgain plays an event once more
   * @param playNothing does the work before every event, without an event
   */
  constructor(
    late: UnhandledErrorTracker,
    playAgain: (subject: Subject) => Promise<HandlerFailure | undefined>,
    playNothing: () => Promise<unknown>,
  ) {
    this.#late = late;
    this.#playAgain = playAgain;
    this.#playNothing = playNothing;
  }

  /** From now on waits for late errors. */
  waitForLateErrors(): void {
    this.graceMs ??= { least: GRACE_MS, most: GRACE_MS };
  }

  /**
   * Records a played input. While events are played one at a time, errors from outside their calls belong to them, too.
   */
  played(subject: Subject): HandlerFailure | undefined {
    if (this.#recent.unshift(subject) > RECENT) this.#recent.pop();
    const [first] = this.graceMs === undefined ? [] : this.#late.outside.splice(0);
    if (first === undefined) return undefined;
    first.explained = true;
    return { kind: 'late', error: first.error, rejected: false, outside: true };
  }

  /** Waits for late errors, then {@link convict}. */
  async convictLast(): Promise<Convicted<Subject> | undefined> {
    await wait(GRACE_MS);
    return this.convict();
  }

  /** The event of the first error that came after its call's verdict, or from outside all calls. */
  async convict(): Promise<Convicted<Subject> | undefined> {
    const { overdue, outside } = this.#late;
    if (overdue?.late !== undefined) {
      this.#late.overdue = undefined;
      const subject = overdue.subject as Subject;
      const failure = await this.confirm(subject, overdue.late.error, overdue.late.after);
      return failure === undefined ? undefined : { subject, failure };
    }
    const [first] = outside;
    if (first === undefined) return undefined;
    // One is enough to fail the run, unless it is explained.
    const known = this.#unexplained.length > 0;
    this.#unexplained.push(...outside.splice(0));
    return known ? undefined : this.#lookFor(first);
  }

  /** The failure on an event with a late error, if it comes again; `after` is its delay in milliseconds. */
  async confirm(subject: Subject, error: unknown, after: number = 0): Promise<HandlerFailure | undefined> {
    // On a busy machine an error comes even later.
    const least = Math.min(LONGEST_GRACE_MS, Math.max(GRACE_MS, 2 * after));
    const failure = await this.#alone(subject, { least, most: Math.max(least, 2 * after) });
    if (failure === undefined) this.#unexplained.push({ error, explained: false });
    return failure;
  }

  /** @throws Error if an error came, but no single event causes it: there is then no verdict on the handler */
  async requireExplained(title: string): Promise<void> {
    const open = (): OutsideError[] => this.#unexplained.filter(({ explained }) => !explained);
    // Another run, active when the error came, may still search for the event.
    for (let look = 0; look < 10 && open().length > 0 && this.#late.isOneOfMany; look++) await wait(GRACE_MS);
    const [first] = open();
    if (first !== undefined) throw outsideError(title, first);
  }

  /** Searches among the most recent events. */
  async #lookFor(outside: OutsideError): Promise<Convicted<Subject> | undefined> {
    const until = now() + LOOKING;
    for (const subject of [...this.#recent]) {
      if (now() > until || (await this.#goesOn())) return undefined;
      const failure = await this.#alone(subject, OUTSIDE);
      if (failure === undefined) continue;
      outside.explained = true;
      return { subject, failure };
    }
    return undefined;
  }

  /** Plays an event again, alone. An error from outside counts if it comes twice with the event, and not without it. */
  async #alone(subject: Subject, graceMs: Grace): Promise<HandlerFailure | undefined> {
    this.graceMs = graceMs;
    let failure = await this.#playAgain(subject);
    if (failure?.outside) failure = (await this.#goesOn()) ? undefined : await this.#playAgain(subject);
    if (failure === undefined) this.graceMs = undefined;
    return failure;
  }

  /** Whether errors come from outside while nothing is played. */
  async #goesOn(): Promise<boolean> {
    await this.#playNothing();
    await wait(OUTSIDE.least);
    return this.#late.outside.splice(0).length > 0;
  }
}
