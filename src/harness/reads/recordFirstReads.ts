import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Counterexample } from '../run/counterexample.ts';
import type { Run } from '../run/run.ts';
import { refuseMistaken } from './refuseMistaken.ts';
import { type Look, look } from './touchedReads.ts';

/** Milliseconds for the first recording: later events find a hung handler. */
const LONGEST = 100;

/**
 * Plays the samples first, to record what the handler reads of its first events. A failure counts, unless the
 * recording causes it: then the plain sample passes, and another recording fails again.
 * @throws InvalidArgumentError for a handler written for another invocation; Error for one that fails once, and not
 * again
 */
export async function recordFirstReads(
  contract: Contract,
  samples: readonly PlannedEvent[],
  run: Run,
  timeout: number,
): Promise<{ readonly first?: Look; readonly found?: Counterexample }> {
  const declares = contract.reads.length > 0;
  const first = await look(contract, declares ? samples : samples.slice(0, 1), run, {
    identity: () => run.identities.early(),
    timeout: Math.min(timeout, LONGEST),
  });
  const { failure } = first;
  refuseMistaken(contract, first, run.transport, contract.title);
  if (!declares) return {};
  if (failure === undefined) return { first };
  if (failure.kind === 'hung') return {};
  const number = first.seen.length - 1;
  const sample = samples[number] as PlannedEvent;
  const counterexample = await run.playFixed(sample, number);
  if (counterexample !== undefined) return { found: counterexample };
  const again = await look(contract, [sample], run, {
    identity: () => run.identities.after({ kind: 'fixed', number }),
  });
  if (again.failure === undefined) throw run.explainFailedOnce(failure);
  return {};
}
