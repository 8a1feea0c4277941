import { samplePlan } from '../../arbitraries/bulk/plan.ts';
import { firstStep } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import { warn } from '../platform/realProcess.ts';
import { readsNothing } from './readsNothing.ts';
import type { Run } from './run.ts';
import { shapesOf } from './schedule.ts';

/**
 * Plays the samples through a view that notes what is read: a contract of which nothing is read
 * promises what it does not keep. Says whether it warned.
 */
export async function warnOfSilence(contract: Contract, run: Run): Promise<boolean> {
  const samples = shapesOf(contract).map((shape) => firstStep(samplePlan(shape), 'sample'));
  const silent = await readsNothing(contract, samples, run);
  const paths = contract.reads.map(({ path }) => path).join(', ');
  if (silent) {
    warn(`${contract.title}: declared, never read: ${paths}. Does the handler know this event type, or return early?`);
  }
  return silent;
}
