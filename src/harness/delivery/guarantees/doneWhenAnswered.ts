import type { Guarantee } from './guarantee.ts';

/** `observe` shows no more some time after the last answer than at the answer. */
export const doneWhenAnswered: Guarantee<'has done its work when it answers'> = {
  name: 'has done its work when it answers',
  headline: () => 'the handler still works after it has answered: let it await all that it starts',
  failsWhen: '',
  facts: () => ['frozen'],
  applies: ({ kind }) => kind === 'afterAnswers',
  check: ({ discrepancy }) => discrepancy && {},
};
