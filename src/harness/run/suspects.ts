import { now } from '../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../checks/check.ts';
import { outsideError } from '../lambda/outsideError.ts';
import { type Grace, wait } from '../lambda/runHandler.ts';
import type { OutsideError, UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';

/** Milliseconds that errors may come late. */
const GRACE_MS = 20;
const LONGEST_GRACE_MS = 100;

/** Milliseconds to wait for an error from outside of a call, and to look for the event that brings it about. */
const OUTSIDE: Grace = { least: 60, most: 60 };
const LOOKING = 600;

/** Events that may have brought about an error from outside of their calls. */
const RECENT = 10;

/** Something that was played, and how the handler failed on it. */
export interface Convicted<Subject> {
  readonly subject: Subject;
  readonly failure: HandlerFailure;
}

/**
 * Which event an error belongs to that came late, or from outside of all calls: the one on which the handler fails
 * again when it is played alone.
 */
export class Suspects<Subject> {
  readonly #late: UnhandledErrorTracker;
  readonly #playAgain: (subject: Subject) => Promise<HandlerFailure | undefined>;
  readonly #playNothing: () => Promise<unknown>;
  readonly #recent: Subject[] = [];
  readonly #unexplained: OutsideError[] = [];
  /** How long to wait after each call, while events are played one by one. */
  graceMs: Grace | undefined;

  /**
   * @param playAgain plays an event once more
   * @param playNothing does what is done before every event
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

  /** From now on waits for errors that come late. */
  waitForLateErrors(): void {
    this.graceMs ??= { least: GRACE_MS, most: GRACE_MS };
  }

  /** Notes what was played; while events are played one by one, an error from outside of their calls is theirs, too. */
  played(subject: Subject): HandlerFailure | undefined {
    if (this.#recent.unshift(subject) > RECENT) this.#recent.pop();
    const [first] = this.graceMs === undefined ? [] : this.#late.outside.splice(0);
    if (first === undefined) return undefined;
    first.explained = true;
    return { kind: 'late', error: first.error, rejected: false, outside: true };
  }

  /** Waits for what may still come, then {@link convict}. */
  async convictLast(): Promise<Convicted<Subject> | undefined> {
    await wait(GRACE_MS);
    return this.convict();
  }

  /** The event of the first error that came when its call was judged already, or from outside of all calls. */
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

  /** The failure on an event whose error came late, if it comes again; `after` says how many milliseconds it took. */
  async confirm(subject: Subject, error: unknown, after: number = 0): Promise<HandlerFailure | undefined> {
    // On a busy machine an error comes later still.
    const least = Math.min(LONGEST_GRACE_MS, Math.max(GRACE_MS, 2 * after));
    const failure = await this.#alone(subject, { least, most: Math.max(least, 2 * after) });
    if (failure === undefined) this.#unexplained.push({ error, explained: false });
    return failure;
  }

  /** @throws Error when an error came, but no single event causes it: nothing can be said of the handler then */
  async requireExplained(title: string): Promise<void> {
    const open = (): OutsideError[] => this.#unexplained.filter(({ explained }) => !explained);
    // Another run, which was going when the error came, may still look for the event.
    for (let look = 0; look < 10 && open().length > 0 && this.#late.isOneOfMany; look++) await wait(GRACE_MS);
    const [first] = open();
    if (first !== undefined) throw outsideError(title, first);
  }

  /** Looks among the events of just before. */
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

  /** Plays an event again, alone. What comes from outside counts if it comes with the event, twice, and not without it. */
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
