import type { Check } from '../checks/check.ts';
import { checks, type HandlerFailure } from '../checks/checks.ts';
import { formatSection } from '../failure/failureLines.ts';
import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';

/** The error for a handler that failed on an event and passed when it was played again: another cause is at work. */
export function explainFailedOnce(title: string, failure: HandlerFailure, timeout: number): Error {
  const { headline, lines }: Check = checks[failure.kind];
  const message = [
    `${title}: the handler ${headline} ${failure.call === undefined ? 'once in' : `on call ${failure.call} of`} this run, but passed when the same event was played again.`,
    ...formatSection('What the handler did', lines(failure, timeout)),
    '',
    'So the cause is not the event: look at the network, the time, or state that the handler keeps between',
    'calls. If it keeps state, give `reset`, which clears it before every event. No part is written.',
  ].join('\n');
  return withConsumerFrames(new Error(message, { cause: makePresentable(failure.error) }), failure.error);
}
