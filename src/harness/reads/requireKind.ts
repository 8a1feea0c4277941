import type { Contract } from '../../../contracts/contract.ts';
import type { Run } from '../run/run.ts';
import { sampleStep } from '../run/schedule.ts';
import { mistakenHandler } from './mistakenHandler.ts';
import { look } from './touchedReads.ts';

/**
 * Plays a sample to see whether the handler is written for other invocations than it gets. Such a one fails on every
 * event, or does nothing with any: both say nothing of the event, the delivery or AWS.
 * @param title what it did nothing for
 * @throws InvalidArgumentError for such a one
 */
export async function requireKind(contract: Contract, run: Run, title: string = contract.title): Promise<void> {
  const seen = await look(contract, [sampleStep(contract)], run, { identity: () => run.identities.next() });
  const { mistake, failure } = seen;
  // Of a handler that hangs nobody knows what it would have read.
  if (mistake === undefined || failure?.kind === 'hung') return;
  // Whoever ignores an event needs nothing but to survive it.
  if (contract.reads.length > 0 || failure !== undefined) throw mistakenHandler(title, mistake, run.transport);
}
