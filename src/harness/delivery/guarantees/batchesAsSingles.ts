import type { Guarantee } from './guarantee.ts';

/** A batch has the same outcome as its records one by one. */
export const batchesAsSingles: Guarantee<'takes batches as it takes single records'> = {
  name: 'takes batches as it takes single records',
  headline: () => 'a batch has another outcome than its records one by one',
  facts: () => ['batches'],
  applies: ({ kind }) => kind === 'batched',
  check: ({ discrepancy }) => discrepancy && {},
};
