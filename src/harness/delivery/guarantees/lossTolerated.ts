import { listFaultFacts } from '../faults/describedFaults.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee } from './guarantee.ts';

/** The outcome of the other events does not depend on the lost one. */
export const lossTolerated: Guarantee<'copes with loss'> = {
  name: 'copes with loss',
  headline: () => 'the handler needs an event that was lost',
  failsWhen: { words: 'without an event that was lost' },
  facts: ({ faults }) => listFaultFacts(faults),
  ...checkUnder('loss'),
};
