import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { HandlerFailure } from '../checks/check.ts';
import type { Mistake } from '../recording/mistake.ts';
import type { Form, ReadNote } from '../recording/readNotes.ts';
import { type WatchedCalls, whileWatched } from '../recording/watchedCalls.ts';
import type { PlayedInput, Run } from '../run/run.ts';
import { type Seen, seeing } from './seeing.ts';
import { settled } from './settled.ts';

/** What a handler did with some events, up to the first that it failed on. What it reads later counts, too. */
export class Look {
  readonly #reads: readonly Read[];
  readonly seen: Seen[];
  #isOver = true;
  #atOnce: readonly Read[];

  constructor(reads: readonly Read[], seen: readonly Seen[]) {
    this.#reads = reads;
    this.seen = [...seen];
    this.#atOnce = this.#taken();
  }

  /** Adds what is seen of the same handler in another form. */
  add(seen: readonly Seen[]): void {
    this.seen.push(...seen);
    this.#atOnce = this.#taken();
  }

  /** Something goes on that the handler began, and may read. */
  goesOn(): void {
    this.#isOver = false;
  }

  /** The declared paths that the handler read before it was waited for, by their names, or with all that stand beside them. */
  get atOnce(): readonly Read[] {
    return this.#atOnce;
  }

  /** The declared paths that are read in some way. */
  read(how: ReadNote): readonly Read[] {
    return this.#reads.filter((read) => this.#reading(read) === how);
  }

  /** Whether nothing is read of what is declared, up to now. */
  get isUnread(): boolean {
    return this.read('not').length === this.#reads.length;
  }

  /** Whether certainly nothing is read of what is declared. */
  get isSilent(): boolean {
    return this.#isOver && this.isUnread;
  }

  /** What the handler is written for, if that is certainly something else. */
  get mistake(): Mistake | undefined {
    if (!this.#isOver) return undefined;
    return this.seen.map(({ mistake }) => mistake).find((mistake) => mistake !== undefined);
  }

  /** How the last of the events failed. */
  get failure(): HandlerFailure | undefined {
    return this.seen.at(-1)?.failure;
  }

  /** Who takes an object by its name and reads all that is in it may name them all. */
  #taken(): readonly Read[] {
    const above = ({ segments, path }: Read): Read => ({ path, segments: segments.slice(0, -1) });
    const copied = this.read('in a copy').filter((read) => this.#reading(above(read)) === 'by name');
    return [...this.read('by name'), ...copied];
  }

  #reading(read: Read): ReadNote {
    const readings = this.seen.map((seen) => seen.reading(read));
    return (['by name', 'in a copy'] as const).find((how) => readings.includes(how)) ?? 'not';
  }
}

/** How to look. */
export interface LookOptions {
  /** Makes the identity of the next event. */
  readonly identity: () => Identity;
  /** Milliseconds until a handler counts as hung. */
  readonly timeout?: number;
}

/**
 * Whether a handler certainly reads nothing that its contract declares of some events, at the end of a run. Its outcome is
 * discarded, and nothing is said of a handler that fails.
 */
export async function readsNothing(
  contract: Contract,
  plannedEvents: readonly PlannedEvent[],
  run: Run,
): Promise<boolean> {
  if (contract.reads.length === 0) return false;
  const seen = await look(contract, plannedEvents, run, { identity: () => run.identities.next() });
  return seen.failure === undefined && seen.isSilent;
}

/**
 * Plays events so that what is read of them is noted. A copy can be cloned, but does not see who only asks whether something
 * is there: so a handler that reads nothing, and makes no copies, is looked at again, with views.
 */
export function look(
  contract: Contract,
  plannedEvents: readonly PlannedEvent[],
  run: Run,
  options: LookOptions,
): Promise<Look> {
  return whileWatched(async (calls) => {
    const { reads } = contract;
    const before = run.late.work.alive();
    const seen = new Look(reads, await lookBy('copy', calls, plannedEvents, run, options));
    if (reads.length === 0 || seen.failure !== undefined || !(seen.isUnread || seen.mistake)) return seen;
    if (!(await settled(run.late, before))) seen.goesOn();
    if (!seen.isSilent || seen.mistake !== undefined || seen.seen.some(({ isCopied }) => isCopied)) return seen;
    const more = await lookBy('view', calls, plannedEvents, run, options);
    if (more.at(-1)?.failure !== undefined) return seen;
    seen.add(more);
    if (!(await settled(run.late, before))) seen.goesOn();
    return seen;
  });
}

async function lookBy(
  form: Form,
  calls: WatchedCalls,
  plannedEvents: readonly PlannedEvent[],
  run: Run,
  { identity, timeout }: LookOptions,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const planned of plannedEvents) {
    const own = planned.withIdentity(identity());
    const play = (event: object, again: () => object) => run.execute(event, again, toPlayedInput(own), timeout);
    seen.push(await seeing(() => own.event(), run.transport, play, calls, form));
    if (seen.at(-1)?.failure !== undefined) break;
  }
  return seen;
}

/** What begins with the first events, such as a flush timer, may fail late. */
function toPlayedInput(planned: PlannedEvent): PlayedInput {
  return { class: planned.class, event: planned.event(), planned };
}
