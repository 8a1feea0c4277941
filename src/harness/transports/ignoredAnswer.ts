import { show } from '../../../model/values/invalidArgument.ts';
import type { Message } from './message.ts';
import type { Transport } from './transport.ts';

/**
 * What is lost by an answer that a function returned without a promise, which Lambda ignores: nothing, unless it says
 * more of the batch than no answer does.
 */
export function ignoredAnswer(
  { needsAnswer, readAnswer }: Transport,
  ignored: unknown,
  messages: readonly Message[],
): string | undefined {
  if (ignored === undefined || ignored === null) return undefined;
  const { redelivered, reported, wrong } = readAnswer(ignored, messages);
  if (!needsAnswer && redelivered.length + reported.length + wrong.length === 0) return undefined;
  return `the function returned ${show(ignored)} without a promise: Lambda's runtimes up to Node.js 22 ignore that, and answer null. Make the function async`;
}
