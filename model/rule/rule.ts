import { InvalidArgumentError, rephrase } from '../values/invalidArgument.ts';
import { oncePer } from '../values/oncePer.ts';
import type { Combination } from './compile/combinations.ts';
import { compilePattern } from './compile/compilePattern.ts';
import { writePattern } from './compile/patternText.ts';
import { type EventPattern, eventPattern } from './eventPattern.ts';
import type { LeafMismatch } from './match/leafMismatch.ts';

/** What stands before a handler: one EventBridge rule or several, of which one suffices. A frozen value. */
export interface Rule {
  /** The patterns, in the order of their author. */
  readonly patterns: readonly CompiledPattern[];
  /** Whether one of the patterns delivers the event. */
  matches(event: unknown): boolean;
  /** The leaves that keep the event out, pattern by pattern; none for an event that is delivered. */
  explain(event: unknown): readonly LeafMismatch[];
}

/** The pattern of one rule, as its author wrote it. */
export interface CompiledPattern extends EventPattern {
  /** Its name in messages: `options.rule`, or `options.rule[1]` among several. */
  readonly argument: string;
  /** The pattern as JSON. */
  readonly text: string;
}

/** The combinations of leaves of a pattern, compiled once. One of them suffices. */
export const getCombinations = oncePer(({ text }: CompiledPattern): readonly Combination[] => compilePattern(text));

/**
 * Compiles what an author gives as a rule: a pattern as an object or as JSON text, or a list of them.
 * @throws InvalidArgumentError for anything else, and for a pattern that AWS refuses, with its place
 */
export function compileRule(argument: string, rule: unknown): Rule {
  const patterns = Array.isArray(rule)
    ? requireSome(argument, rule).map((pattern, index) => compileRulePattern(`${argument}[${index}]`, pattern))
    : [compileRulePattern(argument, rule)];
  const matches = (event: unknown): boolean => patterns.some((pattern) => pattern.matches(event));
  return Object.freeze({
    patterns: Object.freeze(patterns),
    matches,
    explain: (event: unknown) => (matches(event) ? [] : patterns.flatMap((pattern) => pattern.explain(event))),
  });
}

function requireSome(argument: string, rules: readonly unknown[]): readonly unknown[] {
  if (rules.length > 0) return rules;
  throw new InvalidArgumentError({
    argument,
    received: rules,
    allowed: 'an event pattern, or a list of at least one',
    because: 'Without a pattern nothing reaches the handler',
    todo: 'Leave rule out to play every event',
  });
}

function compileRulePattern(argument: string, pattern: unknown): CompiledPattern {
  try {
    const text = writePattern(pattern);
    return Object.freeze({ argument, text, ...eventPattern(text) });
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw rephrase(error, { argument: error.argument.replace(/^pattern/, argument) });
  }
}
