import { type FaultKind, faultKinds } from '../faults/faults.ts';
import { checkOutcome } from './checkOutcome.ts';
import type { Guarantee } from './guarantee.ts';

/**
 * A guarantee under a kind of fault: the outcome is the expected one, and nothing fails. If faults of several kinds
 * remain after shrinking, the most serious names the guarantee.
 */
export function checkUnder(kind: FaultKind): Pick<Guarantee, 'applies' | 'check'> {
  return {
    applies: (round) =>
      (round.kind === 'survivors' || round.kind === 'faulty') &&
      faultKinds.findLast((one) => round.faults.some((fault) => fault.kind === one)) === kind,
    check: checkOutcome,
  };
}
