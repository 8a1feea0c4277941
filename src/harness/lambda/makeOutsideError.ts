import { summarizeThrown } from '../failure/formatThrown.ts';
import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import type { OutsideError } from './unhandledErrorTracker.ts';

/** The error for a failure during a contract that no single event causes. */
export function makeOutsideError(title: string, { error: cause, hook }: OutsideError): Error {
  const words = summarizeThrown(cause);
  const message = (
    hook === undefined
      ? [
          `${title}: an error came, but no single event causes it: ${words}`,
          '',
          'verify played the events just before it again, each alone, and the handler passed. So the error comes from',
          'something that outlives a call (a flush timer, a pool, an event bus), or from another test in this process. No part is written.',
        ]
      : [
          `${title}: options.${hook} started work that failed after it had settled: ${words}`,
          '',
          'It did not await a promise, or used a callback; no single event causes the error. Let it await all that',
          'it starts. No part is written.',
        ]
  ).join('\n');
  return withConsumerFrames(new Error(message, { cause: makePresentable(cause) }), cause);
}
