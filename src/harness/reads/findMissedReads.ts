import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import type { Form } from '../recording/readNotes.ts';
import type { Run } from '../run/run.ts';
import { recordMore } from './recordMore.ts';
import { ReadSummary } from './row/readSummary.ts';

/**
 * The paths that a handler certainly no longer reads in another spelling: first of its samples, then of all of its
 * events.
 * @param expected the paths that it reads in the documented spelling; if they are unknown, one declared path suffices
 */
export async function findMissedReads(
  contract: Contract,
  run: Run,
  expected: readonly Read[] | undefined,
  samples: readonly PlannedEvent[],
  plannedEvents: readonly PlannedEvent[],
): Promise<readonly Read[]> {
  const summary = new ReadSummary(contract);
  const { reads } = contract;
  const listMissed = (): readonly Read[] => (expected ?? reads).filter((read) => summary.stateOf(read) === 'unread');
  const isEnough = (): boolean => listMissed().length < (expected === undefined ? reads.length : 1);
  const record = (events: readonly PlannedEvent[], form: Form): Promise<boolean> =>
    recordMore(events, run, { form, add: (one) => summary.add([one]), isEnough });
  const isOver = await record(samples, 'copy');
  if (isEnough() || !isOver) return [];
  const isCopied = summary.recorded.some(({ seen }) => seen.isCopied || seen.failure !== undefined);
  // Only views show tests for presence, and they cannot be cloned.
  if (!isCopied && !(await record(samples, 'view'))) return [];
  const others = plannedEvents.filter((planned) => !planned.isPadded && !samples.includes(planned));
  return (await record(others, 'copy')) ? listMissed() : [];
}
