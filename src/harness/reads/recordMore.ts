import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { waitForWork } from '../lambda/waitForWork.ts';
import type { Form } from '../recording/readNotes.ts';
import { runWatched } from '../recording/watchedCalls.ts';
import type { Run } from '../run/run.ts';
import { recordPlanned } from './recordPlanned.ts';
import type { RecordedReads } from './row/readSummary.ts';

/** What to do with recordings, and when to stop. */
export interface Recording {
  readonly form: Form;
  add(recorded: RecordedReads): void;
  /** Whether to stop when the time of the run is up. */
  readonly isOptional?: boolean;
  /** Whether more recordings would tell nothing new; asked at times. */
  isEnough(): boolean;
}

/** The events between two questions whether it is enough. */
const CHUNK = 20;

/**
 * Records more events until it is enough, also their late reads. Failures there do not count: the same handler passed
 * without a recording.
 * @returns whether all work of the handler has ended, so that no read comes later
 */
export function recordMore(
  plannedEvents: readonly PlannedEvent[],
  run: Run,
  { form, add, isEnough, isOptional = false }: Recording,
): Promise<boolean> {
  return runWatched(async (calls) => {
    const { work } = run.errorTracker;
    const before = work.listAlive();
    for (const [number, planned] of plannedEvents.entries()) {
      if (isOptional && !run.budget.hasTime) {
        run.budget.count('random events to record', number, plannedEvents.length);
        return isEnough();
      }
      const seen = await recordPlanned(planned, form, calls, run, { identity: () => run.identities.next() });
      add({ planned, seen });
      if (number % CHUNK === CHUNK - 1 && isEnough()) return true;
    }
    return isEnough() || waitForWork(() => work.listAlive(), before, { every: 5 });
  });
}
