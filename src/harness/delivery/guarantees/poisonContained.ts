import { listEvents } from '../faults/arrivals.ts';
import { blockedBatch, listFaultFacts } from '../faults/describedFaults.ts';
import { describeNonJson } from '../observation/describeNonJson.ts';
import type { BatchCall } from '../play/playedDelivery.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee } from './guarantee.ts';

/** A poisoned record changes nothing for the records beside it. */
export const poisonContained: Guarantee<'lets no poison touch its neighbours'> = {
  name: 'lets no poison touch its neighbours',
  headline({ calls, setAside = [], discrepancy, unseen }) {
    if (unseen !== undefined) return 'options.observe fails after a poisoned record';
    const odd = describeNonJson(discrepancy);
    if (odd !== undefined) return `a poisoned record leaves ${odd} in what the handler keeps`;
    if (setAside.length > 0) return blockedBatch;
    if (discrepancy?.isReordered) return 'the order in observe() changes, because of a poisoned record';
    return `a record is ${isPlayedTwice(calls) ? 'done twice' : 'lost'}, because of a poisoned record beside it`;
  },
  failsWhen: { words: 'beside a poisoned record' },
  facts: ({ faults }) => listFaultFacts(faults),
  ...checkUnder('poison'),
};

function isPlayedTwice(calls: readonly BatchCall[]): boolean {
  const events = calls.flatMap(({ arrivals }) => listEvents(arrivals));
  return new Set(events).size < events.length;
}
