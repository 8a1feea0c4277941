import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import { waitForWork } from '../lambda/waitForWork.ts';
import type { Mistake } from '../recording/mistake.ts';
import type { Form, ReadNote } from '../recording/readNotes.ts';
import { runWatched, type WatchedCalls } from '../recording/watchedCalls.ts';
import type { Run } from '../run/run.ts';
import { type LookOptions, recordPlanned } from './recordPlanned.ts';
import type { Seen } from './recordReads.ts';
import type { RecordedReads } from './row/readSummary.ts';

/** A handler's reads of some events, up to its first failure. Later reads count, too. */
export class Look {
  readonly #reads: readonly Read[];
  readonly recorded: (RecordedReads & { readonly seen: Seen })[];
  #isOver = true;
  #atOnce: readonly Read[];

  constructor(reads: readonly Read[], recorded: Look['recorded']) {
    this.#reads = reads;
    this.recorded = [...recorded];
    this.#atOnce = this.#listTaken();
  }

  /** Adds the recordings of the same handler with another form. */
  add(recorded: Look['recorded']): void {
    this.recorded.push(...recorded);
    this.#atOnce = this.#listTaken();
  }

  get seen(): readonly Seen[] {
    return this.recorded.map(({ seen }) => seen);
  }

  /** Records that work of the handler continues, and may still read. */
  noteUnfinished(): void {
    this.#isOver = false;
  }

  /** The declared paths that the handler read before any waiting, by name or with all members of an object. */
  get atOnce(): readonly Read[] {
    return this.#atOnce;
  }

  /** The declared paths with this kind of read. */
  read(how: ReadNote): readonly Read[] {
    return this.#reads.filter((read) => this.#reading(read) === how);
  }

  /** Whether no declared path is read so far. */
  get isUnread(): boolean {
    return this.read('not').length === this.#reads.length;
  }

  /** Whether certainly no declared path is read. */
  get isSilent(): boolean {
    return this.#isOver && this.isUnread;
  }

  /** The invocation that the handler is written for, if certainly another one. */
  get mistake(): Mistake | undefined {
    if (!this.#isOver) return undefined;
    return this.seen.map(({ mistake }) => mistake).find((mistake) => mistake !== undefined);
  }

  /** The failure on the last event. */
  get failure(): HandlerFailure | undefined {
    return this.seen.at(-1)?.failure;
  }

  /** A handler that reads an object by name, and then all of its members, may declare each of them. */
  #listTaken(): readonly Read[] {
    const above = ({ segments, path }: Read): Read => ({ path, segments: segments.slice(0, -1) });
    const copied = this.read('in a copy').filter((read) => this.#reading(above(read)) === 'by name');
    return [...this.read('by name'), ...copied];
  }

  #reading(read: Read): ReadNote {
    const readings = this.seen.map((seen) => seen.reading(read));
    return (['by name', 'in a copy'] as const).find((how) => readings.includes(how)) ?? 'not';
  }
}

/**
 * Plays events and records their reads. First the handler gets a recorded copy, which it can clone. The copy does not
 * record tests for presence (`in`). So a handler without reads and clones is recorded again, with proxies.
 */
export function look(
  contract: Contract,
  plannedEvents: readonly PlannedEvent[],
  run: Run,
  options: LookOptions,
): Promise<Look> {
  return runWatched(async (calls) => {
    const { reads } = contract;
    const { work } = run.errorTracker;
    const before = work.listAlive();
    // A handler that read nothing so far may still read something in work that goes on.
    const isSettled = (): Promise<boolean> => waitForWork(() => work.listAlive(), before, { every: 5 });
    const seen = new Look(reads, await lookBy('copy', calls, plannedEvents, run, options));
    if (reads.length === 0 || seen.failure !== undefined || !(seen.isUnread || seen.mistake)) return seen;
    if (!(await isSettled())) seen.noteUnfinished();
    if (!seen.isSilent || seen.mistake !== undefined || seen.seen.some(({ isCopied }) => isCopied)) return seen;
    const more = await lookBy('view', calls, plannedEvents, run, options);
    if (more.at(-1)?.seen.failure !== undefined) return seen;
    seen.add(more);
    if (!(await isSettled())) seen.noteUnfinished();
    return seen;
  });
}

async function lookBy(
  form: Form,
  calls: WatchedCalls,
  plannedEvents: readonly PlannedEvent[],
  run: Run,
  options: LookOptions,
): Promise<Look['recorded']> {
  const recorded: Look['recorded'] = [];
  for (const planned of plannedEvents) {
    const seen = await recordPlanned(planned, form, calls, run, options);
    recorded.push({ planned, seen });
    if (seen.failure !== undefined) break;
  }
  return recorded;
}
