import { formatThrown } from '../failure/formatThrown.ts';
import type { Check } from './check.ts';

/** A promise that nobody awaits is rejected, or a callback throws, after the handler returned. */
export const late: Check<'late'> = {
  name: 'late',
  headline: 'failed after it had returned',
  lines: ({ error, rejected }) => [
    rejected
      ? 'A promise was not awaited: it was rejected after the handler had returned.'
      : 'A callback failed after the handler had returned.',
    ...formatThrown(error),
  ],
  facts: (_, onFailure) => [onFailure],
  check: ({ late: came }) => came && { kind: 'late', error: came.error, rejected: came.rejected },
};
