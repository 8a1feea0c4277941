import type { Guarantee } from './guarantee.ts';

/** The transport can read the answer, and does not reject it. */
export const acceptedAnswers: Guarantee<'answers what its transport takes'> = {
  name: 'answers what its transport takes',
  headline: () => 'the transport rejects the answer of the function',
  facts: (_, { facts }) => [facts.answer],
  applies: ({ kind }) => kind === 'clean' || kind === 'batched' || kind === 'faulty',
  check: ({ failed }) => (failed?.kind === 'wrong answer' ? {} : undefined),
};
