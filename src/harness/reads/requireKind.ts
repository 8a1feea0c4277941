import { eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Run } from '../run/run.ts';
import { mistakenHandler } from './mistakenHandler.ts';
import { mistakeOfSilent } from './mistakeOfSilent.ts';
import { look } from './touchedReads.ts';

/**
 * Plays a sample to see whether the handler is written for other invocations than it gets. Such a one fails on every
 * event, or does nothing with any: both say nothing of the event, the delivery or AWS.
 * @param title what it did nothing for
 * @throws InvalidArgumentError for such a one
 */
export async function requireKind(contract: Contract, run: Run, title: string = contract.title): Promise<void> {
  const samples = [eventSpace(contract).sample()];
  const seen = await look(contract, samples, run, { identity: () => run.identities.next() });
  const { failure } = seen;
  const isSilent = contract.reads.length > 0 && failure === undefined && seen.isSilent;
  const mistake = isSilent ? await mistakeOfSilent(contract, run, samples, seen) : seen.mistake;
  // Of a handler that hangs nobody knows what it would have read.
  if (mistake === undefined || failure?.kind === 'hung') return;
  // Whoever ignores an event needs nothing but to survive it.
  if (contract.reads.length > 0 || failure !== undefined) throw mistakenHandler(title, mistake, run.transport);
}
