import { listOutageFacts } from '../faults/describedFaults.ts';
import { checkUnder } from './checkUnder.ts';
import type { Guarantee } from './guarantee.ts';

/** After an outage and redelivery, the outcome is that of the clean delivery. */
export const outageSurvived: Guarantee<'copes with an outage'> = {
  name: 'copes with an outage',
  headline: ({ calls }) =>
    calls.some(({ redelivered }) => redelivered.length > 0)
      ? 'after an outage the outcome is another one, although the event came again'
      : 'after an outage the outcome is another one: what the handler does about the failed call is wrong',
  failsWhen: { words: 'after an outage' },
  facts: ({ faults }, { facts }) => listOutageFacts(faults, facts.failure),
  ...checkUnder('outage'),
};
