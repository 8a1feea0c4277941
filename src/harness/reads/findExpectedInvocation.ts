import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Mistake } from '../recording/mistake.ts';
import type { Run } from '../run/run.ts';
import type { Look } from './touchedReads.ts';
import { tryOtherInvocations } from './tryOtherInvocations.ts';

/** The invocation that a handler without reads expects, if it is certainly another one. */
export async function findExpectedInvocation(
  contract: Contract,
  run: Run,
  [sample]: readonly PlannedEvent[],
  { mistake, seen }: Look,
): Promise<Mistake | undefined> {
  const isUncertain = mistake === undefined && seen.some(({ isOnlyTaken }) => isOnlyTaken);
  return isUncertain && sample !== undefined ? tryOtherInvocations(contract, sample, run) : mistake;
}
