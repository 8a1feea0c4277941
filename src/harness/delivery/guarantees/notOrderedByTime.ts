import { checkOutcome } from './checkOutcome.ts';
import type { Guarantee } from './guarantee.ts';

/** The outcome does not depend on `time`: that is when the event was sent. */
export const notOrderedByTime: Guarantee<'does not order by time'> = {
  name: 'does not order by time',
  headline: () => "the outcome depends on the envelope's time, which does not order events",
  failsWhen: { words: '' },
  facts: () => ['order'],
  applies: ({ kind }) => kind === 'retimed',
  check: checkOutcome,
};
