import { listCasesAfterDeletion } from '../faults/afterDeletion.ts';
import { listFaultFacts } from '../faults/describedFaults.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee } from './guarantee.ts';
import { examineResurrection, resurrection } from './resurrection.ts';

/** The order in which events arrive does not change the outcome. */
export const orderIndependent: Guarantee<'does not depend on the order'> = {
  name: 'does not depend on the order',
  headline({ history, faults, resurrects }) {
    if (resurrects) return resurrection;
    const late = listCasesAfterDeletion(history, faults).length > 0;
    return `the outcome depends on the order in which events arrive${late ? ': an older event comes after the deletion' : ''}`;
  },
  failsWhen: { words: 'when events come out of order' },
  facts: ({ faults }) => listFaultFacts(faults),
  ...checkUnder('reordering'),
  examine: examineResurrection,
};
