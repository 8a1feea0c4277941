import { formatThrown } from '../failure/formatThrown.ts';
import type { Check } from './check.ts';
import { writeAnswer } from './writeAnswer.ts';

/** The handler answers a value that JSON cannot hold. */
export const unserialisable: Check<'unserialisable'> = {
  name: 'unserialisable',
  headline: 'returned a value that is not JSON',
  lines: ({ error }) => [
    'It returned a value that Lambda cannot write as JSON: the invocation fails.',
    // What the answer runs itself, such as a toJSON, is above this frame; below it is the caller of verify.
    ...formatThrown(error, (frame) => frame.includes('at JSON.stringify ')),
  ],
  facts: () => ['answers'],
  check({ result, inner }) {
    if (inner?.kind === 'unserialisable') return { ...inner, kind: 'unserialisable' };
    const { failed } = writeAnswer(result);
    return failed && { kind: 'unserialisable', error: failed.error };
  },
};
