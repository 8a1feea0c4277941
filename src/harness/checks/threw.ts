import { formatThrown, summarizeThrown } from '../failure/formatThrown.ts';
import type { Check } from './check.ts';

/** The handler throws, or its promise is rejected. */
export const threw: Check<'threw'> = {
  name: 'threw',
  headline: 'failed',
  brief: ({ error }) => summarizeThrown(error),
  lines: ({ error }) => formatThrown(error),
  facts: () => [],
  check: ({ thrown }) => thrown && { kind: 'threw', error: thrown.error },
};
