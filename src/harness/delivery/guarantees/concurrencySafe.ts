import { checkOutcome } from './checkOutcome.ts';
import type { Guarantee } from './guarantee.ts';

/** Two batches in flight have the same outcome as two in sequence. */
export const concurrencySafe: Guarantee<'copes with batches in flight at once'> = {
  name: 'copes with batches in flight at once',
  headline: () => 'an update is lost, or another order wins, when two batches are in flight at once',
  failsWhen: { words: 'with two batches in flight at once' },
  facts: () => ['concurrency'],
  applies: ({ kind }) => kind === 'inFlight',
  check: checkOutcome,
};
