import { setTimeout as sleep } from 'node:timers/promises';
import { warn } from '../../../model/platform/realProcess.ts';
import type { BrokerAccess } from './brokerAccess.ts';

/** Seconds after which a command that talks to a broker gives up, retries included. */
export const PATIENCE = 60;

/** The first pause before a broker is asked again, in milliseconds; each is twice as long as the one before. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/** What came of asking once. */
export interface RetryAttempt<Answer> {
  readonly answer: Answer;
  /** What was wrong, where it may pass: `fails (503 Service Unavailable)`. */
  readonly passing?: string;
  /** It was ended because the time was up, before the broker had answered. */
  readonly unanswered?: boolean;
}

/**
 * Asks a broker again and again while it fails in a way that passes, for a minute at most; whoever waits is told. An
 * attempt is given the end of the time, in milliseconds of `performance.now()`. Returns the last answer.
 */
export async function retryWithBackoff<Answer>(
  { url }: Pick<BrokerAccess, 'url'>,
  attempt: (until: number) => Promise<RetryAttempt<Answer>>,
  patience: number = PATIENCE * 1000,
): Promise<Answer> {
  const until = performance.now() + patience;
  let before: Answer | undefined;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const { answer, passing, unanswered } = await attempt(until);
    // Our time ended the attempt: what was answered before says more.
    if (unanswered && before !== undefined) return before;
    if (passing === undefined || performance.now() + pause >= until) return answer;
    if (pause === FIRST_PAUSE)
      warn(`The broker at ${url} ${passing}. It is asked again, for ${PATIENCE} seconds at most.`);
    await sleep(pause);
    before = answer;
  }
}
