import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { Form } from '../recording/readNotes.ts';
import type { WatchedCalls } from '../recording/watchedCalls.ts';
import type { PlayedInput } from '../run/counterexample.ts';
import type { Run } from '../run/run.ts';
import { recordReads, type Seen } from './recordReads.ts';

/** The options of a recording. */
export interface LookOptions {
  /** Makes the identity of the next event. */
  readonly identity: () => Identity;
  /** Milliseconds after which a handler counts as hung. */
  readonly timeout?: number;
}

/** Plays a planned event with ids and instants of its own, and records its reads. */
export function recordPlanned(
  planned: PlannedEvent,
  form: Form,
  calls: WatchedCalls,
  run: Run,
  { identity, timeout }: LookOptions,
): Promise<Seen> {
  const own = planned.withIdentity(identity());
  const play = (event: object, again: () => object) => run.execute(event, again, toPlayedInput(own), timeout);
  return recordReads(() => own.event(), run.transport, play, calls, form);
}

/** Work that the first events start, such as a flush timer, may fail late. */
function toPlayedInput(planned: PlannedEvent): PlayedInput {
  return { class: planned.class, event: planned.event(), planned };
}
