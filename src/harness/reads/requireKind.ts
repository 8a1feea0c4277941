import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Run } from '../run/run.ts';
import { findExpectedInvocation } from './findExpectedInvocation.ts';
import { refuseMistaken } from './refuseMistaken.ts';
import { look } from './touchedReads.ts';

/**
 * Plays a sample to check whether the handler is written for another invocation. Such a handler fails on every event,
 * or does nothing. Neither says anything about the event, the delivery or AWS.
 * @param title the contract that it ignores
 * @throws InvalidArgumentError for such a handler
 */
export async function requireKind(contract: Contract, run: Run, title: string = contract.title): Promise<void> {
  const samples = contractSpace(contract).samples().slice(0, 1);
  if (samples.length === 0) return;
  const seen = await look(contract, samples, run, { identity: () => run.identities.next() });
  const { failure } = seen;
  const isSilent = contract.reads.length > 0 && failure === undefined && seen.isSilent;
  const mistake = isSilent ? await findExpectedInvocation(contract, run, samples, seen) : seen.mistake;
  // A hung handler does not show what it would have read.
  if (failure?.kind !== 'hung') refuseMistaken(contract, { mistake, failure }, run.transport, title);
}
