import { show } from '../../../model/values/invalidArgument.ts';
import type { Message } from './message.ts';
import type { Transport } from './transport.ts';

/**
 * The report lost with an answer that Lambda ignores, because it was returned without a promise; undefined if it says
 * no more than no answer.
 */
export function findIgnoredAnswer(
  { needsAnswer, readAnswer }: Transport,
  ignored: unknown,
  messages: readonly Message[],
): string | undefined {
  if (ignored === undefined || ignored === null) return undefined;
  const { redelivered, reported, wrong } = readAnswer(ignored, messages);
  if (!needsAnswer && redelivered.length + reported.length + wrong.length === 0) return undefined;
  return `the function returned ${show(ignored)} without a promise: Lambda's runtimes up to Node.js 22 ignore that, and answer null. Make the function async`;
}
