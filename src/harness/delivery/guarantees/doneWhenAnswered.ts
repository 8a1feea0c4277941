import type { Guarantee } from './guarantee.ts';

/** `observe` shows the same right after the last answer and some time later. */
export const doneWhenAnswered: Guarantee<'has done its work when it answers'> = {
  name: 'has done its work when it answers',
  headline: () => 'the handler still works after it has answered: let it await all that it starts',
  failsWhen: { words: '' },
  facts: () => ['frozen'],
  applies: ({ kind }) => kind === 'afterAnswers',
  check: ({ discrepancy }) => discrepancy && {},
};
