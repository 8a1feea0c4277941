import { listCasesAfterDeletion } from '../faults/afterDeletion.ts';
import { listFaultFacts } from '../faults/describedFaults.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee, GuaranteeViolation } from './guarantee.ts';
import { examineResurrection, resurrection } from './resurrection.ts';

/** An event that comes again changes nothing. */
export const idempotent: Guarantee<'is idempotent'> = {
  name: 'is idempotent',
  headline(violation) {
    if (violation.resurrects) return resurrection;
    if (listCasesAfterDeletion(violation.history, violation.faults).length > 0)
      return 'the handler is not idempotent: an older event that comes again, after the deletion, changes the outcome';
    return comesAgainAtOnce(violation)
      ? 'the handler is not idempotent: an event that comes twice counts twice'
      : 'the handler is not idempotent: an event that comes again, after others, changes the outcome';
  },
  failsWhen: { words: 'when an event comes again' },
  facts: ({ faults }) => listFaultFacts(faults),
  ...checkUnder('duplicates'),
  examine: examineResurrection,
};

function comesAgainAtOnce({ faults }: GuaranteeViolation): boolean {
  return faults.every((fault) => fault.kind !== 'duplicates' || fault.by === 1);
}
