import { describeNonJson } from '../observation/describeNonJson.ts';
import type { Guarantee } from './guarantee.ts';

/** The handler does not fail on events that come once and in order, and stores only values that JSON can hold. */
export const cleanDelivery: Guarantee<'copes with a clean delivery'> = {
  name: 'copes with a clean delivery',
  headline: ({ discrepancy }) =>
    discrepancy === undefined
      ? 'the handler fails, though nothing went wrong with the delivery'
      : `the handler keeps ${describeNonJson(discrepancy)}, though nothing went wrong with the delivery`,
  failsWhen: { words: 'though nothing went wrong with the delivery', afterComma: true },
  givenUp: 'an event is given up, though nothing went wrong with its delivery',
  // After a clean delivery, only the handler itself is responsible for what it stores.
  facts: ({ discrepancy }, { facts }) => (discrepancy === undefined ? [facts.givenUp] : []),
  applies: ({ kind }) => kind === 'clean' || kind === 'batched',
  check: ({ kind, failed, discrepancy }) =>
    failed !== undefined || (kind === 'clean' && discrepancy !== undefined) ? {} : undefined,
};
