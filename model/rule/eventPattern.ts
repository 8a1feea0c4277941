import { InvalidArgumentError } from '../values/invalidArgument.ts';
import { isMembers } from '../values/members.ts';
import { compilePattern } from './compile/compilePattern.ts';
import { writePattern } from './compile/patternText.ts';
import { explainMismatch } from './match/explainMismatch.ts';
import type { LeafMismatch } from './match/leafMismatch.ts';
import { meetsSome, prepareMatchers } from './match/matcher.ts';

/** An event pattern, compiled: it decides about any number of events as AWS does. */
export interface EventPattern {
  /** Whether a rule with this pattern delivers the event. */
  matches(event: unknown): boolean;
  /** The leaves that keep the event out; none for an event that matches. With `$or` it lists those of each branch. */
  explain(event: unknown): readonly LeafMismatch[];
}

/**
 * Compiles an EventBridge event pattern: an object, or its JSON as text.
 * @throws InvalidArgumentError for whatever AWS refuses, with the place in the pattern
 */
export function eventPattern(pattern: object | string): EventPattern {
  const combinations = compilePattern(writePattern(pattern)).map(prepareMatchers);
  const matches = (event: unknown): boolean => meetsSome(combinations, requireEvent(event));
  return Object.freeze({
    matches,
    explain: (event: unknown) => (matches(event) ? [] : explainMismatch(combinations, event)),
  });
}

function requireEvent(event: unknown): unknown {
  if (isMembers(event)) return event;
  throw new InvalidArgumentError({
    argument: 'event',
    received: event,
    allowed: 'an event as an object',
    because: 'EventBridge takes JSON objects only',
    ...(typeof event === 'string' ? { todo: 'Read JSON with JSON.parse first' } : {}),
  });
}
