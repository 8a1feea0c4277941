import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Counterexample, Run } from '../run/run.ts';
import { mistakenHandler } from './mistakenHandler.ts';
import { type Look, look } from './touchedReads.ts';

/** Milliseconds for a first look: a handler that hangs is found by what is played next. */
const LONGEST = 100;

/**
 * Plays the samples before all else, to see what a handler reads while it has seen nothing yet. A failure counts, unless
 * it is one of the view: the sample itself passes, and another view fails again.
 * @throws InvalidArgumentError for a handler that is written for other invocations than it gets; Error for one that fails
 * once, and not again
 */
export async function firstLook(
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
  const { mistake, failure } = first;
  // Whoever ignores an event needs nothing but to survive it.
  if (mistake !== undefined && (declares || failure !== undefined))
    throw mistakenHandler(contract.title, mistake, run.transport);
  if (!declares) return {};
  if (failure === undefined) return { first };
  if (failure.kind === 'hung') return {};
  const number = first.seen.length - 1;
  const sample = samples[number] as PlannedEvent;
  const counterexample = await run.fixed(sample, number);
  if (counterexample !== undefined) return { found: counterexample };
  const again = await look(contract, [sample], run, { identity: () => run.identities.after(`fixed:${number}`) });
  if (again.failure === undefined) throw run.once(failure);
  return {};
}
