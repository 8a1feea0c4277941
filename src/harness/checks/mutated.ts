import type { Check } from './check.ts';
import { isSameData } from './isSameData.ts';

/** The handler changes its event object. */
export const mutated: Check<'mutated'> = {
  name: 'mutated',
  headline: 'changed the event object',
  lines: ({ afterReturn }) => [
    `It wrote to the event object it was given${afterReturn ? ', after it had returned' : ''}. Other code that gets the same object sees the change: work on a copy.`,
  ],
  inDelivery: {
    headline: 'the handler changes the event object that it is given',
    lines: ['Other code that gets the same object sees the change: work on a copy.'],
  },
  facts: () => [],
  check: ({ event }) =>
    event === undefined || isSameData(event.given, event.rebuild())
      ? undefined
      : { kind: 'mutated', ...(event.wasKept ? { afterReturn: true } : {}) },
};
