import type { BrokerAccess } from './brokerAccess.ts';
import { describeNotReached, explainClientFailure, findPassingStatus, isUnreachable } from './brokerFailure.ts';
import { explainUnreachable } from './explainUnreachable.ts';
import { askClient, type ClientAnswer, type ClientCall } from './pactClient.ts';
import { type RetryAttempt, retryWithBackoff } from './retryWithBackoff.ts';

/**
 * Asks a broker through the Pact client, and retries transient failures. Every request is safe to repeat: the same
 * pacts of the same version, the same deployment.
 * @throws Error in plain words if the broker cannot be asked; the caller judges its answers
 */
export async function askBroker(
  parameters: readonly string[],
  access: BrokerAccess,
  maxMs?: number,
  cwd?: string,
): Promise<ClientAnswer> {
  const { answer, why } = await retryWithBackoff(access, (until) => askOnce(parameters, { access, until, cwd }), maxMs);
  if (answer.code === 0) return answer;
  const failure = explainClientFailure(answer, access, why);
  if (failure !== undefined) throw new Error(failure);
  return answer;
}

interface Asked {
  readonly answer: ClientAnswer;
  /** Why nothing was reached, if known. */
  readonly why?: string | undefined;
}

async function askOnce(parameters: readonly string[], call: ClientCall): Promise<RetryAttempt<Asked>> {
  // One attempt per call: the pauses of the client's own retries would exceed the minute.
  const answer = await askClient([...parameters, '--retries', '1'], call);
  if (answer.code === undefined) return { answer: { answer }, unanswered: true };
  if (isUnreachable(answer)) {
    const { why, lasts } = await explainUnreachable(call.access.url);
    return { answer: { answer, why }, ...(lasts ? {} : { passing: describeNotReached(why) }) };
  }
  const status = findPassingStatus(answer);
  return { answer: { answer }, ...(status === undefined ? {} : { passing: `fails (${status.words})` }) };
}
