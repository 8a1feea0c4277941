import { setTimeout as sleep } from 'node:timers/promises';
import { warn } from '../../../model/platform/realProcess.ts';
import type { BrokerAccess } from './brokerAccess.ts';

/** Seconds after which a command gives up on a broker, including retries. */
export const RETRY_SECONDS = 60;

/** The first pause before a retry, in milliseconds; each next pause is twice as long. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/** The result of one attempt. */
export interface RetryAttempt<Answer> {
  readonly answer: Answer;
  /** A fault that may pass: `fails (503 Service Unavailable)`. */
  readonly passing?: string;
  /** Whether it was stopped because the time was up, before the broker answered. */
  readonly unanswered?: boolean;
}

/**
 * Retries transient failures of a broker for a minute at most, and reports each retry. An attempt gets the end of the
 * time, in milliseconds of `performance.now()`. Returns the last answer.
 */
export async function retryWithBackoff<Answer>(
  { url }: Pick<BrokerAccess, 'url'>,
  attempt: (until: number) => Promise<RetryAttempt<Answer>>,
  maxMs: number = RETRY_SECONDS * 1000,
): Promise<Answer> {
  const until = performance.now() + maxMs;
  let before: Answer | undefined;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const { answer, passing, unanswered } = await attempt(until);
    // Our time limit stopped this attempt: the earlier answer says more.
    if (unanswered && before !== undefined) return before;
    if (passing === undefined || performance.now() + pause >= until) return answer;
    if (pause === FIRST_PAUSE)
      warn(`The broker at ${url} ${passing}. The command retries for at most ${RETRY_SECONDS} seconds.`);
    await sleep(pause);
    before = answer;
  }
}
