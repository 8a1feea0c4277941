/**
 * EventBridge event patterns, decided as AWS decides them. Without zod and fast-check, so that any script can load it.
 *
 * @module connect-cases-contracts/rules
 */

import './platform/guard.ts';

export type { Certainty, Fact } from './facts/facts.ts';
export { type EventPattern, eventPattern } from './rule/eventPattern.ts';
export type { LeafMismatch } from './rule/match/leafMismatch.ts';
export type { EventPath } from './values/eventPath.ts';
export { InvalidArgumentError } from './values/invalidArgument.ts';
