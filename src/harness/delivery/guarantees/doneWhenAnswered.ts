import type { Guarantee } from './guarantee.ts';

/** More is to be seen some time after the last answer, and no more after that. */
export const doneWhenAnswered: Guarantee<'has done its work when it answers'> = {
  name: 'has done its work when it answers',
  headline: () => 'the handler still works after it has answered: let it await all that it starts',
  failsWhen: '',
  facts: () => ['frozen'],
  applies: ({ kind }) => kind === 'afterAnswers',
  check: ({ discrepancy }) => discrepancy && {},
};
