import type { FactName } from '../../../model/facts/facts.ts';

/** The facts about calls of a function and their answers: no reason for AWS to send an event. */
export const callFacts: ReadonlySet<FactName> = new Set<FactName>([
  'retries',
  'topicRetries',
  'queueRetries',
  'streamRetries',
  'skippedBatches',
  'answers',
  'answerSize',
  'emptyEventLoop',
]);
