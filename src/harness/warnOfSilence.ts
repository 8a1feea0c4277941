import { samplePlan } from '../../arbitraries/bulk/plan.ts';
import { firstStep } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import { readsNothing } from './readsNothing.ts';
import { warn } from './realProcess.ts';
import type { Run } from './run.ts';
import { shapesOf } from './schedule.ts';

/** Plays the samples through a view that notes what is read: a contract that reads nothing promises what it does not keep. */
export async function warnOfSilence(contract: Contract, run: Run): Promise<void> {
  const samples = shapesOf(contract).map((shape) => firstStep(samplePlan(shape), 'sample'));
  if (!(await readsNothing(contract, samples, run))) return;
  const paths = contract.reads.map(({ path }) => path).join(', ');
  warn(`${contract.title}: declared, never read: ${paths}. Does the handler know this event type, or return early?`);
}
