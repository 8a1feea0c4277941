import { type FaultKind, faultKinds } from '../faults/faults.ts';
import type { Guarantee } from './guarantee.ts';

/**
 * A guarantee that holds under a kind of fault: what comes out is what must, and nothing fails. Where several kinds are
 * left that nobody can take away, the gravest names the guarantee.
 */
export function heldUnder(kind: FaultKind): Pick<Guarantee, 'applies' | 'check'> {
  return {
    applies: (round) =>
      (round.kind === 'survivors' || round.kind === 'faulty') &&
      faultKinds.findLast((one) => round.faults.some((fault) => fault.kind === one)) === kind,
    check: ({ failed, discrepancy }) => (failed !== undefined || discrepancy !== undefined ? {} : undefined),
  };
}
